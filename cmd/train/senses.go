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

// readSenses reads the index of one part of speech: lemma, then the offsets of
// its meanings, the commonest first.
func readSenses(name string, verb bool) ([]entry, error) {
	category, err := readCategories(filepath.Join(wordnet, "data."+name))
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
		for _, offset := range f[6+pointers:] {
			c := category[offset]
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

// readCategories maps the offset of each meaning to its lexicographer file.
func readCategories(path string) (map[string]uint8, error) {
	out := map[string]uint8{}
	err := eachLine(path, func(line string) {
		f := strings.SplitN(line, " ", 3)
		if len(f) < 3 || f[0] == "" {
			return
		}
		if c, err := strconv.ParseUint(f[1], 10, 8); err == nil {
			out[f[0]] = uint8(c)
		}
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
