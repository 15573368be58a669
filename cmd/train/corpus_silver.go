package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"onrecord/claims/lang"
)

// readSilver reads the annotation that CoreNLP made for the articles of
// PolNeAR, with the words as the articles have them, and brings it nearer to
// the treebanks: words cut at hyphens, relations of Universal Dependencies 2.
func readSilver(dir, part string) ([]sentence, error) {
	texts, err := readTexts(filepath.Join(dir, part+".jsonl"))
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, part+"-corenlp.tsv.gz")
	r, err := openGzip(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []sentence
	var text []rune
	var s silverSentence
	articles := 0
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# "):
			text = texts[line[2:]]
			articles++
		case line == "":
			if s.usable() {
				s.article = articles
				out = append(out, s.convert())
			}
			s = silverSentence{}
		case text != nil:
			if err := s.addLine(line, text); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	return out, lines.Err()
}

// readTexts reads the articles by their id, as code points.
func readTexts(path string) (map[string][]rune, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string][]rune{}
	for d := json.NewDecoder(f); ; {
		var article struct{ ID, Text string }
		err := d.Decode(&article)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out[article.ID] = []rune(article.Text)
	}
}

// silverSentence is a sentence in the form of CoreNLP: the basic dependencies
// of Universal Dependencies 1.
type silverSentence struct {
	sentence
	names  []string // class of the name that the word belongs to, "O" for none
	broken bool     // an offset does not fit the text
}

// addLine reads a line: start, end, word, lemma, tag, name, head, relation.
func (s *silverSentence) addLine(line string, text []rune) error {
	const columns = 8
	f := strings.Split(line, "\t")
	if len(f) != columns {
		return fmt.Errorf("%d columns instead of %d", len(f), columns)
	}
	var n [3]int
	for i, column := range []int{0, 1, 6} {
		var err error
		if n[i], err = strconv.Atoi(f[column]); err != nil {
			return err
		}
	}
	if n[0] < 0 || n[1] <= n[0] || n[1] > len(text) {
		s.broken = true
		return nil
	}
	s.words = append(s.words, string(text[n[0]:n[1]]))
	s.lemmas = append(s.lemmas, f[3])
	s.tags = append(s.tags, f[4])
	s.names = append(s.names, f[5])
	s.heads = append(s.heads, n[2]-1)
	s.rels = append(s.rels, f[7])
	return nil
}

// usable reports whether the sentence has one root and no word with a blank in
// it.
func (s *silverSentence) usable() bool {
	if s.broken || len(s.words) == 0 {
		return false
	}
	roots := 0
	for i, w := range s.words {
		if strings.ContainsAny(w, " \n\u00a0") || s.heads[i] >= len(s.words) {
			return false
		}
		if s.heads[i] < 0 {
			roots++
		}
	}
	return roots == 1
}

// convert brings the sentence to the form of the treebanks.
func (s *silverSentence) convert() sentence {
	s.splitHyphens()
	for i, tag := range s.tags {
		if tag == "TO" && s.rels[i] == "case" {
			s.tags[i] = "IN" // the treebanks keep TO for infinitives
		}
	}
	s.toVersion2()
	return s.sentence
}

// splitHyphens cuts compounds at their hyphens. The last part takes the place
// of the compound in the tree, the others depend on it.
func (s *silverSentence) splitHyphens() {
	out := silverSentence{sentence: sentence{article: s.article}}
	place := make([]int, len(s.words)) // of the last part of each word
	var first []int
	for i, w := range s.words {
		parts := []string{w}
		if len(w) > 1 && strings.Contains(w, "-") {
			parts = nil
			for _, t := range lang.Split(w).Tokens {
				parts = append(parts, t.Word)
			}
		}
		first = append(first, len(out.words))
		place[i] = len(out.words) + len(parts) - 1
		for _, p := range parts {
			out.words = append(out.words, p)
			out.lemmas = append(out.lemmas, s.lemmas[i])
			out.tags = append(out.tags, s.tags[i])
			out.names = append(out.names, s.names[i])
			out.heads = append(out.heads, place[i])
			out.rels = append(out.rels, "compound")
		}
	}
	for i := range s.words {
		for j := first[i]; j < place[i]; j++ {
			out.tags[j] = unknownTag
			if out.words[j] == "-" {
				out.tags[j], out.rels[j] = "HYPH", "punct"
			}
		}
		if head := s.heads[i]; head >= 0 {
			out.heads[place[i]] = place[head]
		} else {
			out.heads[place[i]] = -1
		}
		out.rels[place[i]] = s.rels[i]
		if first[i] < place[i] {
			out.tags[place[i]] = unknownTag
		}
	}
	*s = out
}

// unknownTag marks words whose tag the silver annotation does not tell.
const unknownTag = ""
