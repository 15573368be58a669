// Package cases holds the written cases by which suggestions are measured:
// invented people and places in the words of reporting. The tests of the
// scoring and those of the desk, which finds candidates through the search
// index, measure with the same cases and the same sums.
package cases

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

//go:embed testdata
var files embed.FS

// Beat is a file of cases: claims of one field of reporting, and the articles
// of the months after.
type Beat struct {
	Name     string
	Set      Set
	Claims   []*Claim
	Articles []*Article
}

// Set tells how far a file of cases was looked at while what is measured was
// made.
type Set string

// The sets: Seen is what the weights are learned from and the words chosen by;
// Held and Blind, which was written last, are only counted.
const (
	Seen  Set = "seen"
	Held  Set = "held"
	Blind Set = "blind"
)

// Claim is a claim with the key by which articles name it.
type Claim struct {
	Key string
	suggest.Claim
	Own []*Article // in which it was made, where the cases have them
}

// Article is an article with the claims that it bears on.
type Article struct {
	Title, Text string // the text begins with the title
	Published   claims.Date
	Bears       map[string]claims.Relation // by key of the claim
}

// Beats reads all files of articles and claims.
func Beats() ([]*Beat, error) {
	names, err := fs.Glob(files, "testdata/outcomes/*.txt")
	if err != nil {
		return nil, err
	}
	var out []*Beat
	for _, name := range names {
		b := &Beat{Name: strings.TrimSuffix(path.Base(name), ".txt"), Set: Seen}
		blocks, err := Blocks(strings.TrimPrefix(name, "testdata/"))
		if err != nil {
			return nil, err
		}
		for _, block := range blocks {
			if err := b.take(block); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		out = append(out, b)
	}
	return out, nil
}

// Blocks reads the blocks of a file: lines between empty ones, without those
// that begin with "#".
func Blocks(name string) ([][]string, error) {
	data, err := files.ReadFile("testdata/" + name)
	if err != nil {
		return nil, err
	}
	var out [][]string
	var block []string
	for line := range strings.SplitSeq(string(data)+"\n", "\n") {
		switch {
		case line == "" && block != nil:
			out, block = append(out, block), nil
		case line != "" && line[0] != '#':
			block = append(block, line)
		}
	}
	return out, nil
}

// take reads one block.
func (b *Beat) take(block []string) error {
	head := strings.Fields(block[0])
	switch {
	case len(head) == 1 && (head[0] == string(Held) || head[0] == string(Blind)):
		b.Set = Set(head[0])
		return nil
	case head[0] == "claim" && len(head) == 3 && len(block) == 4:
		return b.claim(head, block)
	case head[0] == "article" && len(head) >= 2 && len(block) > 1:
		return b.article(head, block)
	}
	return fmt.Errorf("what is %q?", block[0])
}

func (b *Beat) claim(head, block []string) error {
	said, due, _ := strings.Cut(strings.TrimPrefix(block[2], "said "), ", due ")
	who, _, _ := strings.Cut(strings.TrimPrefix(block[1], "by "), ",")
	c := &Claim{Key: head[1], Claim: suggest.Claim{Text: block[3], Class: claims.Class(head[2]), Speaker: []string{who}}}
	var err error
	if c.MadeOn, err = claims.ParseDate(said); err != nil {
		return err
	}
	c.Due, err = claims.ParseDate(due)
	b.Claims = append(b.Claims, c)
	return err
}

func (b *Beat) article(head, block []string) error {
	a := &Article{Title: block[1], Text: strings.Join(block[1:], "\n\n"), Bears: map[string]claims.Relation{}}
	for i := 2; i+1 < len(head); i += 2 {
		a.Bears[strings.TrimSuffix(head[i+1], ",")] = claims.Relation(head[i])
	}
	var err error
	a.Published, err = claims.ParseDate(head[1])
	b.Articles = append(b.Articles, a)
	return err
}
