package speakers

import (
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
	"onrecord/claims/lang"
)

type wanted struct {
	name, typ string
	others    []string
}

// wantedOf reads an answer such as "Ana Ruiz | person ? Bo Marsh".
func wantedOf(answer string) wanted {
	answer, others, _ := strings.Cut(answer, "?")
	name, typ, _ := strings.Cut(answer, "|")
	w := wanted{name: strings.TrimSpace(name), typ: strings.TrimSpace(typ)}
	if others != "" {
		for o := range strings.SplitSeq(others, ",") {
			w.others = append(w.others, strings.TrimSpace(o))
		}
	}
	return w
}

func TestPassages(t *testing.T) { checkPassages(t, "testdata/passages.txt") }

func TestBodies(t *testing.T) { checkPassages(t, "testdata/bodies.txt") }

func checkPassages(t *testing.T, file string) {
	t.Helper()
	all, err := passages.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		t.Run(strings.ReplaceAll(p.Name, " ", "_"), func(t *testing.T) {
			attrs := make([]Attribution, len(p.Statements))
			for i, s := range p.Statements {
				attrs[i] = Attribution{Source: s.Source, Cue: s.Cue, Content: s.Content, Outer: -1}
				attrs[i].Quoted = len(s.Content) > 0 && p.Text[s.Content[0].Start] == '"'
			}
			got := Resolve(lang.Parse(p.Text), Input{}, attrs)
			for i, s := range p.Statements {
				checkWanted(t, s.Number, claims.Quote(p.Text, attrs[i].Source), got[i], wantedOf(s.Answer))
			}
		})
	}
}

func checkWanted(t *testing.T, number int, source string, g Resolution, w wanted) {
	t.Helper()
	if g.Name != w.name || string(g.Type) != w.typ {
		t.Errorf("%d (%s): got %s | %s, want %s | %s; %v %s", number, source, g.Name, g.Type, w.name, w.typ, g.Evidence, g.Doubt)
	}
	for _, o := range w.others {
		if !slices.Contains(g.Candidates, o) || g.Doubt == "" {
			t.Errorf("%d: could also be %s, but the candidates are %v and the doubt is %q", number, o, g.Candidates, g.Doubt)
		}
	}
}
