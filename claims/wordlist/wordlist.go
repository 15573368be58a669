// Package wordlist makes sets of the word lists that stand in the code.
package wordlist

import "strings"

// Set holds the words of the lists, which white space separates.
func Set(lists ...string) map[string]bool {
	out := map[string]bool{}
	for _, list := range lists {
		for word := range strings.FieldsSeq(list) {
			out[word] = true
		}
	}
	return out
}
