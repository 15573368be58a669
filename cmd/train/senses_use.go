package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"onrecord/claims/extract/attribution"
)

// meaning is one entry of the dictionary's data files (wndb(5WN)).
type meaning struct {
	category uint8
	words    []string
	frames   []frame
	related  []string // offsets of verbs that the words are derived from
	from     attribution.Use
}

// frame is a sentence frame of a verb: for its word of that number, 0 for all.
type frame struct{ number, word int }

// use is what the word can govern in this meaning.
func (m *meaning) use(word string) attribution.Use {
	u := m.from
	for _, f := range m.frames {
		if f.word == 0 || f.word <= len(m.words) && m.words[f.word-1] == word {
			u |= useOfFrame(f.number)
		}
	}
	return u
}

// useOfFrame picks the frames that take a clause or a hearer.
func useOfFrame(n int) attribution.Use {
	switch n {
	case 26, 34: // somebody ----s that CLAUSE
		return attribution.ThatClause
	case 28: // somebody ----s to INFINITIVE
		return attribution.Infinitive
	case 24, 25: // somebody ----s somebody to INFINITIVE
		return attribution.HearerInfinitive
	case 29: // somebody ----s whether INFINITIVE
		return attribution.Whether
	case 14, 15, 27: // somebody ----s something to somebody
		return attribution.ToHearer
	case 18: // somebody ----s somebody of something
		return attribution.OfSomething
	}
	return 0
}

// useOfVerb is what a noun tells that is derived from a verb of a category.
func useOfVerb(category uint8) attribution.Use {
	switch category {
	case 0:
		return 0
	case 31:
		return attribution.FromThinking
	case 32:
		return attribution.FromSaying
	case 37, 39:
		return attribution.FromFeeling
	case 41:
		return attribution.FromSociety
	}
	return attribution.FromAnyVerb
}

// readMeanings reads the meanings of verbs or nouns by their offsets.
func readMeanings(verb bool) (map[string]*meaning, error) {
	verbs, err := readData("verb")
	if verb || err != nil {
		return verbs, err
	}
	nouns, err := readData("noun")
	for _, m := range nouns {
		for _, offset := range m.related {
			if v := verbs[offset]; v != nil {
				m.from |= useOfVerb(v.category)
			}
		}
	}
	return nouns, err
}

func readData(name string) (map[string]*meaning, error) {
	out := map[string]*meaning{}
	err := eachLine(filepath.Join(wordnet, "data."+name), func(line string) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 4 {
			return
		}
		category, _ := strconv.ParseUint(f[1], 10, 8)
		out[f[0]] = &meaning{category: uint8(category)}
		out[f[0]].read(f)
	})
	return out, err
}

// read takes the words, pointers and frames out of the fields of an entry.
func (m *meaning) read(f []string) {
	n, _ := strconv.ParseInt(f[3], 16, 32)
	at := 4
	for ; n > 0 && at+1 < len(f); n-- {
		m.words = append(m.words, strings.ToLower(f[at]))
		at += 2
	}
	if at >= len(f) {
		return
	}
	pointers, _ := strconv.Atoi(f[at])
	at++
	for ; pointers > 0 && at+3 < len(f); pointers-- {
		if f[at] == "+" && f[at+2] == "v" {
			m.related = append(m.related, f[at+1])
		}
		at += 4
	}
	if at+1 >= len(f) || f[at] == "|" {
		return
	}
	frames, _ := strconv.Atoi(f[at])
	at++
	for ; frames > 0 && at+2 < len(f); frames-- {
		number, _ := strconv.Atoi(f[at+1])
		word, _ := strconv.ParseInt(f[at+2], 16, 32)
		m.frames = append(m.frames, frame{number, int(word)})
		at += 3
	}
}
