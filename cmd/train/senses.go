package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"onrecord/claims/extract/attribution"
)

// wordnet is where Debian's package wordnet-base puts its dictionary.
const wordnet = "/usr/share/wordnet"

// entry is one word of the dictionary.
type entry struct {
	key    uint32
	sense  attribution.Sense
	weight int
}

// runSenses makes the table of the broad meanings of verbs and nouns. Without
// the dictionary the file in the repository stays as it is.
func runSenses() error {
	if _, err := os.Stat(wordnet); err != nil {
		fmt.Println("no WordNet here (Debian: wordnet-base): senses.bin stays as it is")
		return nil
	}
	var all []entry
	for _, part := range []struct {
		name string
		verb bool
	}{{"verb", true}, {"noun", false}} {
		es, err := readSenses(part.name, part.verb)
		if err != nil {
			return err
		}
		all = append(all, es...)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].weight > all[j].weight })
	keys, senses := make([]uint32, len(all)), make([]attribution.Sense, len(all))
	for i, e := range all {
		keys[i], senses[i] = e.key, e.sense
	}
	var b bytes.Buffer
	if err := attribution.EncodeSenses(&b, keys, senses); err != nil {
		return err
	}
	fmt.Printf("%d words with their meanings\n", len(all))
	return writeModel("models/senses.bin", b.Bytes())
}

// commonest is how many meanings of a word tell what it can govern.
const commonest = 3

// readSenses reads the index of one part of speech: lemma, then the offsets of
// its meanings, the commonest first.
func readSenses(name string, verb bool) ([]entry, error) {
	meanings, err := readMeanings(verb)
	if err != nil {
		return nil, err
	}
	var out []entry
	err = eachLine(filepath.Join(wordnet, "index."+name), func(line string) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 || strings.ContainsAny(f[0], "_0123456789.") {
			return
		}
		pointers, err := strconv.Atoi(f[3])
		if err != nil || len(f) < 6+pointers {
			return
		}
		tagged, _ := strconv.Atoi(f[5+pointers])
		e := entry{key: attribution.SenseKey(f[0], verb), weight: tagged}
		for k, offset := range f[6+pointers:] {
			m := meanings[offset]
			c := m.category
			if k < commonest {
				e.sense.Use |= m.use(f[0])
			}
			switch {
			case e.sense.First == 0:
				e.sense.First = c
			case e.sense.Second == 0 && c != e.sense.First:
				e.sense.Second = c
			}
		}
		out = append(out, e)
	})
	return out, err
}

func eachLine(path string, do func(string)) error {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		do(lines.Text())
	}
	return lines.Err()
}
