package lang

import (
	"slices"
	"testing"
)

// treeOf builds a document of one sentence with these heads and relations.
func treeOf(text string, heads []int, rels, tags []string) (*Document, *Tree) {
	d := Split(text)
	for i := range d.Tokens {
		d.Tokens[i].Head, d.Tokens[i].Rel, d.Tokens[i].Tag = heads[i], rels[i], tags[i]
	}
	return d, NewTree(d)
}

func mayor() (*Document, *Tree) {
	//           0   1     2 3    4     5 6  7      8 9     10     11
	return treeOf("The mayor , Ana Ruiz , of Kessel , said on Friday",
		[]int{1, 9, 3, 1, 3, 3, 7, 1, 1, -1, 11, 9},
		[]string{"det", "nsubj", "punct", "appos", "flat", "punct", "case", "nmod", "punct", "root", "case", "obl"},
		[]string{"DT", "NN", ",", "NNP", "NNP", ",", "IN", "NNP", ",", "VBD", "IN", "NNP"})
}

func TestTreeKnowsChildrenAndSubtrees(t *testing.T) {
	_, tree := mayor()
	if got := tree.Children(9); !slices.Equal(got, []int32{1, 11}) {
		t.Errorf("children of said: %v", got)
	}
	for token, want := range map[int]Range{9: {0, 12}, 1: {0, 9}, 3: {2, 6}, 0: {0, 1}, 11: {10, 12}} {
		if got := tree.Subtree(token); got != want {
			t.Errorf("subtree of %d: got %v, want %v", token, got, want)
		}
	}
	if !tree.Governs(1, 4) || tree.Governs(1, 10) || !tree.Governs(4, 4) {
		t.Error("the mayor governs Ruiz, not Friday; Ruiz itself")
	}
	if got := tree.Child(9, "obj", "obl"); got != 11 {
		t.Errorf("first object or oblique of said: %d", got)
	}
	if got := tree.Child(9, "ccomp"); got != -1 {
		t.Errorf("said has no clause, got %d", got)
	}
	if got := tree.Root(4); got != 9 {
		t.Errorf("root: %d", got)
	}
}

func TestNounPhraseLeavesPunctuationOut(t *testing.T) {
	d, tree := mayor()
	for token, want := range map[int]string{1: "The mayor , Ana Ruiz , of Kessel", 3: "Ana Ruiz", 7: "Kessel", 11: "Friday"} {
		if got := d.Span(tree.NounPhrase(token)).In(d.Text); got != want {
			t.Errorf("noun phrase of %d: got %q, want %q", token, got, want)
		}
	}
}

func TestDocumentFindsItsPieces(t *testing.T) {
	d := Split("The dam broke. Nobody was hurt.\n\nIt was old.")
	if got := d.Sentence(5); got != (Range{4, 8}) {
		t.Errorf("sentence of token 5: %v", got)
	}
	if d.ParagraphOf(7) != 0 || d.ParagraphOf(8) != 1 {
		t.Errorf("paragraphs: %d and %d", d.ParagraphOf(7), d.ParagraphOf(8))
	}
	if got := d.TokenAt(5); d.Tokens[got].Word != "dam" {
		t.Errorf("token at 5: %q", d.Tokens[got].Word)
	}
	if got := d.Within(d.Span(Range{2, 5})); got != (Range{2, 5}) {
		t.Errorf("tokens within: %v", got)
	}
	if got := d.TokenAt(len(d.Text)); got != len(d.Tokens) {
		t.Errorf("no token ends after the text, got %d", got)
	}
}
