package suggest_test

import (
	"bytes"
	"slices"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

func TestWordsOfNearlyTheSameMeaningAreFound(t *testing.T) {
	made, later := claims.On(2024, 2, 1), claims.On(2024, 9, 1)
	for _, c := range []struct{ claim, article, word string }{
		{"The dam at Karn will be raised", "Diggers at Karn have raised the dike.", "dike"},
		{"Tessaly will build more automobiles in Fenn", "Tessaly built 200 cars in Fenn.", "cars"},
		{"The inquiry in Selm will end before Christmas", "The probe in Selm ended on Friday.", "probe"},
	} {
		subject := suggest.NewSubject(suggest.Claim{Text: c.claim, MadeOn: made}, suggest.NewTexts(c.article))
		got := subject.Bears(suggest.NewArticle("", c.article, later))
		if got.Score < suggest.Least || !slices.Contains(got.Words, c.word) {
			t.Errorf("%s: %s: want %q among the words, got %v", c.claim, c.article, c.word, got)
		}
	}
}

func TestANameIsNotTakenForAnotherWord(t *testing.T) {
	subject := suggest.NewSubject(suggest.Claim{Text: "Ivo Rock will repay the loan", MadeOn: claims.On(2024, 2, 1)}, suggest.NewTexts())
	got := subject.Bears(suggest.NewArticle("", "A stone hit the bank that had given a loan.", claims.On(2024, 9, 1)))
	if slices.Contains(got.Words, "stone") {
		t.Errorf("Rock is taken for a stone: %v", got.Words)
	}
}

func TestTablesAreWrittenTheSameEachTime(t *testing.T) {
	groups := map[string]suggest.StemGroups{"dike": {Own: []uint16{1}, Near: []uint16{2, 3}}, "leve": {Own: []uint16{1}}, "dam": {Near: []uint16{1}}}
	holding := map[string]int{"dike": 3, "water": 40, "once": 1}
	write := func() []byte {
		var b bytes.Buffer
		if err := suggest.EncodeThesaurus(&b, groups); err != nil {
			t.Fatal(err)
		}
		if err := suggest.EncodeFrequencies(&b, holding, 50); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := write()
	const rows, perRow = 5 + 2, 6 // a stem that stands in one article is left out
	if want := 2*4 + 4 + rows*perRow; len(first) != want {
		t.Errorf("%d bytes, want %d", len(first), want)
	}
	for range 5 {
		if !bytes.Equal(first, write()) {
			t.Fatal("another order of the same words gives another file")
		}
	}
}
