package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/match/suggest"
	"onrecord/claims/match/words"
)

// runFrequency counts in how many articles of the news corpora a stem stands,
// of words that are not written as names.
func runFrequency() error {
	dir, err := corporaDir()
	if err != nil {
		return err
	}
	holding, all := map[string]int{}, 0
	for _, name := range []string{"polnear/train.jsonl", "wikinews/articles.jsonl"} {
		err := eachLine(filepath.Join(dir, filepath.FromSlash(name)), func(line string) {
			var a struct{ Text string }
			if json.Unmarshal([]byte(line), &a) != nil || a.Text == "" {
				return
			}
			all++
			for stem := range stemsOf(a.Text) {
				holding[stem]++
			}
		})
		if err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := suggest.EncodeFrequencies(&b, holding, all); err != nil {
		return err
	}
	fmt.Printf("stems of %d articles, %d bytes\n", all, b.Len())
	return writeModel("models/frequency.bin", b.Bytes())
}

// stemsOf gives the stems of the words of a text that begin with a small
// letter.
func stemsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, tok := range words.Split(text) {
		if first, _ := utf8.DecodeRuneInString(text[tok.Start:]); unicode.IsLower(first) {
			out[suggest.StemOf(tok.Text)] = true
		}
	}
	return out
}
