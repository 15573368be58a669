package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/match/suggest"
	"onrecord/claims/match/words"
)

// What the vectors of words are made of.
const (
	dimensions   = 48
	mostCommon   = 0.05 // share of the contexts: a stem in more of them tells nothing
	leastContext = 3    // contexts that a stem needs to get a vector
)

// contexts are short texts as bags of stems: definitions and paragraphs.
type contexts struct {
	number map[string]int32 // of the stems
	bags   []map[int32]float64
}

// runVectors makes the table of vectors of words that stand in like contexts:
// latent semantic analysis (S. Deerwester and others, JASIS 41, 1990) of the
// definitions of WordNet and of the paragraphs of the news corpora.
func runVectors() error {
	if _, err := os.Stat(wordnet); err != nil {
		fmt.Println("no WordNet here (Debian: wordnet-base): vectors.bin stays as it is")
		return nil
	}
	c := &contexts{number: map[string]int32{}}
	for _, part := range []string{"noun", "verb", "adj"} {
		if err := c.readDefinitions(part); err != nil {
			return err
		}
	}
	definitions := len(c.bags)
	if err := c.readParagraphs(); err != nil {
		return err
	}
	stems, rows := c.rows()
	vectors := leftSingular(rows, len(c.bags), dimensions)
	var b bytes.Buffer
	if err := suggest.EncodeVectors(&b, stems, vectors); err != nil {
		return err
	}
	fmt.Printf("vectors of %d stems from %d definitions and %d paragraphs, %d bytes\n", len(stems), definitions, len(c.bags)-definitions, b.Len())
	return writeModel("models/vectors.bin", b.Bytes())
}

// readDefinitions takes each group of synonyms with its definition as a
// context.
func (c *contexts) readDefinitions(part string) error {
	return eachLine(filepath.Join(wordnet, "data."+part), func(line string) {
		head, gloss, ok := strings.Cut(line, " | ")
		f := strings.Fields(head)
		if strings.HasPrefix(line, " ") || !ok || len(f) < 5 {
			return
		}
		var members []string
		for at := 4; at < len(f) && len(f[at]) > 1 && !unicode.IsDigit(rune(f[at][0])); at += 2 {
			members = append(members, strings.ReplaceAll(f[at], "_", " "))
		}
		c.add(strings.Join(members, " , ") + " , " + strings.Join(members, " , ") + " ; " + gloss)
	})
}

// readParagraphs takes the paragraphs of news as contexts.
func (c *contexts) readParagraphs() error {
	dir, err := corporaDir()
	if err != nil {
		return err
	}
	for _, name := range []string{"polnear/train.jsonl", "wikinews/articles.jsonl"} {
		err := eachLine(filepath.Join(dir, filepath.FromSlash(name)), func(line string) {
			var a struct{ Text string }
			if json.Unmarshal([]byte(line), &a) != nil {
				return
			}
			for p := range strings.SplitSeq(a.Text, "\n\n") {
				c.add(p)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// add takes a text as a context, of its words that begin with a small letter.
func (c *contexts) add(text string) {
	bag := map[int32]float64{}
	for _, tok := range words.Split(text) {
		if first, _ := utf8.DecodeRuneInString(text[tok.Start:]); !unicode.IsLower(first) {
			continue
		}
		s := suggest.StemOf(tok.Text)
		n, ok := c.number[s]
		if !ok {
			n = int32(len(c.number)) //nolint:gosec // thousands
			c.number[s] = n
		}
		bag[n]++
	}
	if len(bag) > 1 {
		c.bags = append(c.bags, bag)
	}
}

// cell is the weight of a stem in one context.
type cell struct {
	context int32
	weight  float64
}

// rows gives the stems that get a vector, in alphabetical order, with their
// weights in the contexts: the logarithm of how often, times that of how
// rarely elsewhere, by the length of the context.
func (c *contexts) rows() (stems []string, rows [][]cell) {
	all := make([][]cell, len(c.number))
	for i, bag := range c.bags {
		for _, n := range sortedKeys(bag) {
			all[n] = append(all[n], cell{int32(i), 1 + math.Log(bag[n])}) //nolint:gosec // hundreds of thousands
		}
	}
	norms := make([]float64, len(c.bags))
	for s, n := range c.number {
		if held := len(all[n]); held >= leastContext && float64(held) <= mostCommon*float64(len(c.bags)) && len(s) > 1 {
			stems = append(stems, s)
		}
	}
	slices.Sort(stems)
	for _, s := range stems {
		row := all[c.number[s]]
		rarity := math.Log(float64(len(c.bags)) / float64(len(row)))
		for k := range row {
			row[k].weight *= rarity
			norms[row[k].context] += row[k].weight * row[k].weight
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for k := range row {
			row[k].weight /= math.Sqrt(norms[row[k].context])
		}
	}
	return stems, rows
}

func sortedKeys(bag map[int32]float64) []int32 {
	out := make([]int32, 0, len(bag))
	for k := range bag {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
