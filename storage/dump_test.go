package storage

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
)

func TestDumpLoadDumpGivesTheSameBytes(t *testing.T) {
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	storetest.Fill(t, a)
	first := dump(t, a)
	b := open(t, filepath.Join(t.TempDir(), "b.db"))
	loaded := load(t, b, first)
	if second := dump(t, b); second != first {
		t.Errorf("the second dump differs:\n%s\n\n%s", first, second)
	}
	if loaded.Conflicts != 0 || loaded.New == 0 || loaded.Lines != strings.Count(first, "\n") {
		t.Errorf("loaded %+v", loaded)
	}
	undo, redo, err := b.Standing(t.Context())
	if err != nil || undo == nil || redo == nil {
		t.Errorf("after a load nothing can be undone or redone: %v, %v, %v", undo, redo, err)
	}
	for range 3 {
		if _, err := b.Undo(t.Context(), "Ines"); err != nil {
			t.Error(err)
		}
	}
	if again := load(t, a, first); again.New != 0 || again.Conflicts != 0 || again.Same == 0 {
		t.Errorf("a dump loaded into the archive it came from: %+v", again)
	}
}

func dump(t *testing.T, a *Archive) string {
	t.Helper()
	var out bytes.Buffer
	if err := a.Dump(t.Context(), &out, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func load(t *testing.T, a *Archive, lines string) Loaded {
	t.Helper()
	done, err := a.Load(t.Context(), strings.NewReader(lines), "Ines", nil)
	if err != nil {
		t.Fatal(err)
	}
	verified(t, a)
	return done
}

func TestOffsetsOfADumpCountCharacters(t *testing.T) {
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	text := "“Öl wird teurer”, sagte Vogt."
	start := len("“")
	s := &claims.Statement{ID: "s", Article: "a", Kind: claims.Direct, Content: []claims.Span{{Start: start, End: start + len("Öl wird teurer")}}, Text: "Öl wird teurer"}
	_, err := a.Apply(t.Context(), claims.Change{Blobs: [][]byte{[]byte(text)}, Edits: []claims.Edit{
		claims.Create(&claims.Article{ID: "a", Text: claims.HashOf([]byte(text)), Length: len(text)}), claims.Create(s),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if lines := dump(t, a); !strings.Contains(lines, `"content":[{"start":1,"end":15}]`) {
		t.Errorf("the statement is not at characters 1-15:\n%s", lines)
	}
}

func TestBareStatements(t *testing.T) {
	lines := `{"type":"statement","id":"1","speaker":"Tomás Ruiz","said_on":"2016-08-27","text":"We will build it."}
{"type":"statement","id":"2","speaker":"tomas ruiz","said_on":null,"text":"It is built.","colour":"green"}
{"type":"rumour","id":"3"}

{"id":"4","type":"statement","text":"Nobody said this."}
`
	for _, empty := range []bool{true, false} {
		a := open(t, filepath.Join(t.TempDir(), "a.db"))
		if !empty {
			mustApply(t, a, claims.Create(&claims.Speaker{ID: "ruiz", Name: "T. Ruiz", Aliases: []string{"TOMAS RUIZ"}, Type: claims.Person}))
		}
		done := load(t, a, lines)
		if done.Unknown != 1 || done.Lines != 4 {
			t.Errorf("loaded %+v", done)
		}
		speakers, err := a.List(t.Context(), desk.Query{Kind: claims.KindSpeaker, Index: desk.ByName, Value: "Tomas Ruiz"})
		if err != nil || len(speakers.Records) != 1 {
			t.Fatalf("speakers by the name: %v, %v", speakers, err)
		}
		page, err := a.List(t.Context(), desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(speakers.Records[0].Key().ID)})
		if err != nil || len(page.Records) != 2 {
			t.Errorf("his statements: %v, %v", page, err)
		}
		if s := page.Records[1].(*claims.Statement); s.ID != "1" || s.Text != "We will build it." || s.SaidOn != claims.On(2016, 8, 27) {
			t.Errorf("the statement came in as %+v", s)
		}
		undo, _, err := a.Standing(t.Context())
		if err != nil || undo == nil || undo.What != "Load" || undo.Who != "Ines" {
			t.Errorf("the load cannot be undone: %v, %v", undo, err)
		}
		if again := load(t, a, lines); again.New != 0 || again.Same != 3 {
			t.Errorf("loaded a second time: %+v", again)
		}
	}
}

func mustApply(t *testing.T, a *Archive, edits ...claims.Edit) claims.Change {
	t.Helper()
	done, err := a.Apply(t.Context(), claims.Change{Who: "Ines", What: "Change", Edits: edits})
	if err != nil {
		t.Fatal(err)
	}
	return done[0]
}

func TestLoadNamesLineAndField(t *testing.T) {
	good := `{"type":"statement","id":"1","text":"Good."}` + "\n"
	for line, want := range map[string]string{
		`{"type":"statement","id":"2","text":"x","said_on":"27 August"}`: "line 2: said_on: ",
		`{"type":"statement","id":"2","text":7}`:                         "line 2: text: cannot be a number",
		`{"type":"statement","text":"x"}`:                                "line 2: id: is missing",
		`{"type":"statement","id":"2","text":"x"`:                        "line 2: is not a JSON object",
		`["statement"]`: "line 2: is not a JSON object",
		`{"id":"2"}`:    "line 2: type: is missing",
		`{"type":"statement","id":"2","kind":"direct","text":"x","article":"a","content":[{"start":0,"end":1}]}`: `line 2: article: there is none with the identifier "a"`,
		`{"type":"claim","id":"2","text":"x","class":"rumour"}`:                                                  "line 2: class: ",
		`{"type":"text","sha256":"00","text":"x"}`:                                                               "line 2: sha256: ",
		`{"type":"archive","format":99}`:                                                                         "line 2: format: ",
		`{"type":"article","id":"2","text_sha256":"` + strings.Repeat("0", 64) + `"}`:                            "line 2: article: ",
		`{"type":"outcome","id":"2","summary":"x","links":[{"claim":"c","relation":"supports"}]}`:                `line 2: claim: there is none with the identifier "c"`,
		`{"type":"statement","id":"` + strings.Repeat("x", 300) + `","text":"x"}`:                                "line 2: id: is longer than",
		`{"type":"scale","id":"2","name":"x","classes":["promise"],"values":[{"id":"a","label":"A"}]}`:           "line 2: values: ",
		`{"type":"change","seq":"one"}`:                                                                          "line 2: seq: cannot be a string",
	} {
		a := open(t, filepath.Join(t.TempDir(), "a.db"))
		_, err := a.Load(t.Context(), strings.NewReader(good+line+"\n"+`{"type":"statement","id":"9","text":"After."}`), "", nil)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error %v, want %s…", line, err, want)
		}
		verified(t, a)
	}
}

// A speaker has a type of its own, so the type of the line comes first.
func TestTypeOfASpeakerIsKept(t *testing.T) {
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	mustApply(t, a, claims.Create(&claims.Speaker{ID: "s", Name: "Port Authority", Type: claims.Organization}))
	b := open(t, filepath.Join(t.TempDir(), "b.db"))
	load(t, b, dump(t, a))
	r, err := b.Get(t.Context(), claims.Key{Kind: claims.KindSpeaker, ID: "s"})
	if err != nil || r.(*claims.Speaker).Type != claims.Organization {
		t.Errorf("the speaker came back as %+v, %v", r, err)
	}
}

func TestLoadInBatches(t *testing.T) {
	var lines strings.Builder
	for i := range 2*batchLines + 10 {
		fmt.Fprintf(&lines, `{"type":"statement","id":"%d","speaker":"S %d","text":"Number %d."}`+"\n", i, i%7, i)
	}
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	seen := 0
	done, err := a.Load(context.Background(), strings.NewReader(lines.String()), "Ines", func(n int) { seen = n })
	if err != nil || done.New != 2*batchLines+17 || seen != 2*batchLines+10 {
		t.Errorf("loaded %+v, told of %d, error %v", done, seen, err)
	}
	if seq, _ := a.Seq(t.Context()); seq != 3 {
		t.Errorf("%d batches are in the journal", seq)
	}
}
