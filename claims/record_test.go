package claims

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

const text = `The mayor said "We will open the pool by May" on Monday.`

func validStatement() *Statement {
	return &Statement{
		ID: "s1", Article: "a1", Kind: Direct, Content: []Span{{15, 45}}, Cue: []Span{{10, 14}}, Source: []Span{{0, 9}},
		Text: `"We will open the pool by May"`, Review: Unreviewed,
	}
}

func TestStatementKeepsItsWords(t *testing.T) {
	s := validStatement()
	if err := s.CheckText(text); err != nil {
		t.Fatalf("a verbatim quotation is refused: %v", err)
	}
	err := s.CheckText(strings.Replace(text, "pool", "park", 1))
	if err == nil || !strings.Contains(err.Error(), "park") {
		t.Errorf("a changed text is not noticed: %v", err)
	}
	if s.CheckText(text[:20]) == nil {
		t.Error("a span past the end of the text is not noticed")
	}
}

func TestRecordsNameTheFieldThatIsWrong(t *testing.T) {
	made := Claim{ID: "c", Text: "The pool opens", Class: Promise, MadeOn: On(2026, 3, 2)}
	for _, c := range []struct {
		field string
		rec   Record
	}{
		{"content", func() Record { s := validStatement(); s.Article = ""; return s }()},
		{"kind", func() Record { s := validStatement(); s.Kind = "spoken"; return s }()},
		{"class", &Claim{ID: "c", Text: "x", Class: Other}},
		{"due", func() Record { c := made; c.Due = On(2025, 12, 31); return &c }()},
		{"name", &Speaker{ID: "p", Type: Person}},
		{"evidence", &Outcome{ID: "o", Summary: "x", Evidence: []Evidence{{URL: "javascript:alert(1)"}}}},
		{"evidence", &Outcome{ID: "o", Summary: "x", Evidence: []Evidence{{}}}},
		{"links", &Outcome{ID: "o", Summary: "x", Links: []Link{{"c", Supports, ""}, {"c", Context, ""}}}},
		{"text_sha256", &Article{ID: "a", Text: "abc"}},
		{"id", &Search{ID: "a\nb", Name: "n", Query: "q"}},
		{"values", &Scale{ID: "s", Values: []Value{{ID: "a", Label: "A"}, {ID: "a", Label: "B"}}}},
	} {
		err := c.rec.Check()
		if CodeOf(err) != CodeInvalid || !strings.HasPrefix(err.Error(), c.field) {
			t.Errorf("%T: got %v, want an error about %s", c.rec, err, c.field)
		}
	}
	if err := made.Check(); err != nil {
		t.Errorf("a valid claim is refused: %v", err)
	}
}

func TestDefaultScalesJudgeEveryClass(t *testing.T) {
	scales := DefaultScales()
	for _, s := range scales {
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", s.ID, err)
		}
	}
	for _, class := range Classes {
		_, ok := ScaleFor(scales, class)
		if ok != (class != Other) {
			t.Errorf("class %s: has a scale = %v", class, ok)
		}
	}
	promise, _ := ScaleFor(scales, Promise)
	if v, ok := promise.Find("In the Works"); !ok || v.ID != "in-the-works" {
		t.Errorf("a value is not found by its word: %v", v)
	}
}

func TestInverseTakesBack(t *testing.T) {
	a, b := &Speaker{ID: "p", Name: "Ana"}, &Speaker{ID: "p", Name: "Ana Ruiz"}
	c := Change{Seq: 7, What: "Rename speaker", Edits: []Edit{Put(a, b), Create(validStatement())}}
	inv := c.Inverse()
	if inv.Undoes != 7 || len(inv.Edits) != 2 {
		t.Fatalf("inverse = %+v", inv)
	}
	if inv.Edits[0].After != nil || inv.Edits[1].After != Record(a) || inv.Edits[1].Before != Record(b) {
		t.Errorf("the edits are not reversed: %+v", inv.Edits)
	}
}

func TestRecordsSurviveJSON(t *testing.T) {
	at := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	for _, r := range []Record{
		validStatement(),
		&Claim{ID: "c", Text: "x", Class: Promise, Due: Date{Year: 2027}, DueWords: "by the end of 2027", Created: at, Verdicts: []Verdict{{ID: "v", Value: "kept", Label: "Kept", Reason: "r", At: at}}},
		&Outcome{ID: "o", Summary: "s", Date: Date{Month: 8, Day: 27}, Evidence: []Evidence{{Article: "a", Span: Span{1, 2}}}, Created: at},
	} {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back := New(r.Key().Kind)
		if err := json.Unmarshal(b, back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(r, back) {
			t.Errorf("%s came back as %+v", b, back)
		}
	}
}
