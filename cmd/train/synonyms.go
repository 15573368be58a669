package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"onrecord/claims/match/suggest"
)

// mostNear is how many groups of synonyms may hang on one for it to tell
// anything: nearly everything is a change or a person.
const mostNear = 60

// mostMeanings is how many of a word's meanings count, of those that were met
// in the texts that WordNet's authors tagged.
const mostMeanings = 3

// synset is a group of synonyms of WordNet with the groups one step away.
type synset struct{ near []string }

// runSynonyms makes the table of words that mean nearly the same. Without the
// dictionary the file in the repository stays as it is.
func runSynonyms() error {
	if _, err := os.Stat(wordnet); err != nil {
		fmt.Println("no WordNet here (Debian: wordnet-base): synonyms.bin stays as it is")
		return nil
	}
	sets, own := map[string]*synset{}, map[string][]string{}
	for _, part := range []string{"noun", "verb", "adj"} {
		if err := readSets(part, sets); err != nil {
			return err
		}
		if err := readOwn(part, own); err != nil {
			return err
		}
	}
	table := numberGroups(sets, own)
	var b bytes.Buffer
	if err := suggest.EncodeThesaurus(&b, table); err != nil {
		return err
	}
	fmt.Printf("%d stems with words of nearly the same meaning, %d bytes\n", len(table), b.Len())
	return writeModel("models/synonyms.bin", b.Bytes())
}

// readSets reads which groups a group leads to: the wider ones, the similar
// ones and those that its words are derived from. A group is named by the
// letter of its part of speech and its offset.
func readSets(part string, sets map[string]*synset) error {
	return eachLine(filepath.Join(wordnet, "data."+part), func(line string) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 5 {
			return
		}
		words, _ := strconv.ParseInt(f[3], 16, 32)
		at := 4 + 2*int(words)
		if at >= len(f) {
			return
		}
		s := &synset{}
		pointers, _ := strconv.Atoi(f[at])
		for at++; pointers > 0 && at+3 < len(f); pointers-- {
			if strings.Contains("@ + & \\ ^", f[at]) && f[at+2] != "r" {
				s.near = append(s.near, setName(f[at+2], f[at+1]))
			}
			at += 4
		}
		sets[setName(f[2], f[0])] = s
	})
}

// setName names a group; satellite adjectives are adjectives.
func setName(pos, offset string) string {
	if pos == "s" {
		pos = "a"
	}
	return pos + offset
}

// readOwn reads which groups the stem of each single word is in, by its
// commonest meanings.
func readOwn(part string, own map[string][]string) error {
	return eachLine(filepath.Join(wordnet, "index."+part), func(line string) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 || strings.ContainsAny(f[0], "_0123456789.'") {
			return
		}
		pointers, err := strconv.Atoi(f[3])
		if err != nil || len(f) < 6+pointers {
			return
		}
		tagged, _ := strconv.Atoi(f[5+pointers])
		meanings := f[6+pointers:]
		stem := suggest.StemOf(f[0])
		for _, offset := range meanings[:min(len(meanings), max(1, min(tagged, mostMeanings)))] {
			if name := setName(f[1], offset); !slices.Contains(own[stem], name) {
				own[stem] = append(own[stem], name)
			}
		}
	})
}

// numberGroups keeps the groups by which two stems can be found to be near,
// and numbers them.
func numberGroups(sets map[string]*synset, own map[string][]string) map[string]suggest.StemGroups {
	members, below := map[string]int{}, map[string]int{}
	for _, names := range own {
		for _, n := range names {
			members[n]++
			for _, m := range sets[n].near {
				below[m]++
			}
		}
	}
	number := map[string]uint16{}
	give := func(names []string, keep func(string) bool) (out []uint16) {
		for _, n := range names {
			if !keep(n) {
				continue
			}
			if _, ok := number[n]; !ok {
				number[n] = uint16(len(number)) //nolint:gosec // checked below
			}
			if !slices.Contains(out, number[n]) {
				out = append(out, number[n])
			}
		}
		return out
	}
	useful := func(n string) bool { return members[n] > 0 && below[n] > 0 && below[n] <= mostNear }
	stems := make([]string, 0, len(own))
	for s := range own {
		stems = append(stems, s)
	}
	slices.Sort(stems)
	out := map[string]suggest.StemGroups{}
	for _, s := range stems {
		var near []string
		for _, n := range own[s] {
			near = append(near, sets[n].near...)
		}
		g := suggest.StemGroups{Own: give(own[s], func(n string) bool { return members[n] > 1 || useful(n) }), Near: give(near, useful)}
		if len(g.Own)+len(g.Near) > 0 {
			out[s] = g
		}
	}
	if len(number) > 1<<16 {
		panic("more groups than can be numbered")
	}
	return out
}
