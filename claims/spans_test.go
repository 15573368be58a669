package claims

import (
	"errors"
	"reflect"
	"testing"
)

func TestMapSpansReachesEveryRecordThatHasSome(t *testing.T) {
	shift := func(article ID, s Span) (Span, error) {
		if article != "a" {
			t.Errorf("a span of the article %q", article)
		}
		return Span{s.Start + 10, s.End + 10}, nil
	}
	statement := &Statement{ID: "s", Article: "a", Content: []Span{{1, 2}, {3, 4}}, Cue: []Span{{5, 6}}}
	outcome := &Outcome{ID: "o", Evidence: []Evidence{{URL: "https://gazette.example"}, {Article: "a", Span: Span{7, 8}}}}
	for _, c := range []struct{ from, want Record }{
		{statement, &Statement{ID: "s", Article: "a", Content: []Span{{11, 12}, {13, 14}}, Cue: []Span{{15, 16}}}},
		{outcome, &Outcome{ID: "o", Evidence: []Evidence{{URL: "https://gazette.example"}, {Article: "a", Span: Span{17, 18}}}}},
		{&Statement{ID: "note", Content: []Span{{1, 2}}}, &Statement{ID: "note", Content: []Span{{1, 2}}}},
		{&Claim{ID: "c"}, &Claim{ID: "c"}},
	} {
		got, err := MapSpans(c.from, shift)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v became %+v, %v, want %+v", c.from.Key(), got, err, c.want)
		}
	}
	if statement.Content[0] != (Span{1, 2}) || outcome.Evidence[1].Span != (Span{7, 8}) {
		t.Error("the records themselves were changed")
	}

	wrong := errors.New("no such text")
	for _, r := range []Record{statement, outcome} {
		if _, err := MapSpans(r, func(ID, Span) (Span, error) { return Span{}, wrong }); !errors.Is(err, wrong) {
			t.Errorf("%v: the error is %v", r.Key(), err)
		}
	}
}
