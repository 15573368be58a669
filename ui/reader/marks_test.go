package reader

import (
	"fmt"
	"testing"
)

const speech = "“We will plant trees,” said Ana Brandt. She added that the café would stay."

func mark(id string, start, end int) Mark {
	return Mark{Span: Span{start, end}, ID: id, Paint: Speaker(0)}
}

func TestTheInnermostMarkIsMeant(t *testing.T) {
	s := newMarkSet([]Mark{mark("whole", 0, 60), mark("inner", 10, 30), mark("next", 50, 70)}, len(speech))
	for at, want := range map[int]string{5: "whole", 10: "inner", 29: "inner", 30: "whole", 55: "next", 65: "next"} {
		if got, _ := s.at(at); got.ID != want {
			t.Errorf("at %d the mark is %q, want %q", at, got.ID, want)
		}
	}
	if _, ok := s.at(70); ok {
		t.Error("a mark reaches past its end")
	}
	if fmt.Sprint(s.depth) != "[0 1 1]" || fmt.Sprint(s.order()) != "[whole inner next]" {
		t.Errorf("depths %v, order %v", s.depth, s.order())
	}
}

func TestMarksOutsideTheTextAreCutToIt(t *testing.T) {
	s := newMarkSet([]Mark{mark("long", -5, 1000), mark("gone", 900, 950), mark("none", 4, 4)}, len(speech))
	if len(s.marks) != 1 || s.marks[0].Span != (Span{0, len(speech)}) {
		t.Errorf("kept %+v", s.marks)
	}
}

func TestFindingFoldsCaseAccentsAndQuotationMarks(t *testing.T) {
	for query, want := range map[string]string{
		"WE WILL": "We will", "cafe": "café", "\"we": "“We", "trees,\"": "trees,”", "brandt": "Brandt",
	} {
		got := fold(speech).all(query)
		if len(got) != 1 || speech[got[0].Start:got[0].End] != want {
			t.Errorf("%q finds %v", query, got)
		}
	}
	if got := fold(speech).all(""); got != nil {
		t.Errorf("nothing finds %v", got)
	}
	decomposed := "the cafe\u0301 closed"
	if got := fold(decomposed).all("café"); len(got) != 1 || decomposed[got[0].Start:got[0].End] != "cafe\u0301" {
		t.Errorf("a decomposed accent is found as %v", got)
	}
}

func TestWordsAndParagraphsAreTakenWhole(t *testing.T) {
	text := "She didn’t say.\nTwo words"
	if got := wordAt(text, 6); text[got.Start:got.End] != "didn’t" {
		t.Errorf("the word is %q", text[got.Start:got.End])
	}
	if got := paragraphAt(text, 20); text[got.Start:got.End] != "Two words" {
		t.Errorf("the paragraph is %q", text[got.Start:got.End])
	}
	if got := wordAfter(text, 10); text[:got] != "She didn’t" {
		t.Errorf("the next word ends %q", text[:got])
	}
	if got := wordBefore(text, len(text)); text[got:] != "words" {
		t.Errorf("the last word begins %q", text[got:])
	}
}
