// Package lemma finds the dictionary form of a word from its ending and its
// part of speech. The rules, exceptions among them, are learned by cmd/train:
// of the endings that are known, the longest decides.
package lemma

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/claims/lang/linear"
)

// Longest is the length in bytes of the longest ending of a rule. A whole word
// up to this length can have a rule of its own.
const Longest = 10

// Rules turn words into lemmas.
type Rules struct {
	edits []Edit
	rules map[uint32]uint8
}

// Edit makes a lemma: it cuts bytes off the end and adds others.
type Edit struct {
	Cut int
	Add string
}

// Key is the number of a rule for words of a part of speech with this ending.
// Whole tells that the ending is the whole word.
func Key(tag, ending string, whole bool) uint32 {
	h := linear.Hash(ending) ^ linear.Hash(tag)*31
	if whole {
		h = h*16777619 ^ 1
	}
	return h
}

// Lemma is the dictionary form of a word in lower case.
func (r *Rules) Lemma(lower, tag string) string {
	if !Inflects(tag) {
		return lower
	}
	if len(lower) <= Longest {
		if e, ok := r.rules[Key(tag, lower, true)]; ok {
			return r.edits[e].Apply(lower)
		}
	}
	for n := min(len(lower), Longest); n > 0; n-- {
		if e, ok := r.rules[Key(tag, lower[len(lower)-n:], false)]; ok {
			return r.edits[e].Apply(lower)
		}
	}
	return lower
}

// Apply makes the lemma; a word that is too short for the edit stays.
func (e Edit) Apply(word string) string {
	if e.Cut > len(word) || e.Cut == len(word) && e.Add == "" {
		return word
	}
	at := len(word) - e.Cut
	if at < len(word) && !utf8.RuneStart(word[at]) {
		return word
	}
	if e.Add == "" {
		return word[:at]
	}
	return word[:at] + e.Add
}

// EditOf is the edit that turns the word into the lemma.
func EditOf(word, lemma string) Edit {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	return Edit{Cut: len(word) - n, Add: lemma[n:]}
}

// Inflects reports whether words of the part of speech can differ from their
// lemma.
func Inflects(tag string) bool {
	switch tag {
	case "NNS", "VBD", "VBG", "VBN", "VBZ", "VBP", "VB", "MD", "JJR", "JJS", "RBR", "RBS", "PRP", "PRP$", "RB", "DT", "WP", "WP$", "POS":
		return true
	}
	return false
}

// Read reads the rules from the bytes that Encode made.
func Read(data []byte) (*Rules, error) {
	if len(data) < 4 {
		return nil, errors.New("lemma rules are cut off")
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	data = data[4:]
	if n > uint64(len(data)) {
		return nil, errors.New("lemma rules are cut off")
	}
	r := &Rules{rules: make(map[uint32]uint8, (len(data)-int(n))/ruleSize)}
	for line := range strings.SplitSeq(string(data[:n]), "\n") {
		var e Edit
		if _, err := fmt.Sscanf(line, "%d", &e.Cut); err != nil || e.Cut < 0 {
			return nil, fmt.Errorf("lemma edit %q has no number", line)
		}
		_, e.Add, _ = strings.Cut(line, " ")
		r.edits = append(r.edits, e)
	}
	for data = data[n:]; len(data) >= ruleSize; data = data[ruleSize:] {
		if int(data[4]) >= len(r.edits) {
			return nil, fmt.Errorf("lemma rule names edit %d of %d", data[4], len(r.edits))
		}
		r.rules[binary.LittleEndian.Uint32(data)] = data[4]
	}
	return r, nil
}

// ruleSize is the bytes of a rule: its key and the number of its edit.
const ruleSize = 5

// MostEdits is how many different edits there can be.
const MostEdits = 256

// Encode is the file of the rules: the length of the list of edits, the edits,
// one a line, and the rules in the order given.
func Encode(edits []Edit, keys []uint32, edit map[uint32]int) []byte {
	var lines []string
	for _, e := range edits {
		lines = append(lines, fmt.Sprintf("%d %s", e.Cut, e.Add))
	}
	list := strings.Join(lines, "\n")
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(list)))
	out = append(out, list...)
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, k)
		out = append(out, byte(edit[k]))
	}
	return out
}
