package storage

import "slices"

// Every statement has a row by class, one by review state and one by rule and
// review state, whose values are nearly always among the few below. A value
// among them is one byte in a key, any other is a byte and the text. The byte
// is odd for the word itself and even for the gap before it, so that keys sort
// as the texts do.
//
// The list belongs to the format of the file: whoever changes it adds a format
// whose migration makes the indexes anew.
var indexWords = func() []string {
	rules := []string{
		"according to",
		"as somebody says",
		"headline",
		"list or block quotation after a colon",
		"name and colon",
		"name and reporting verb",
		"noun that names a statement",
		"quotation in a paragraph of its own",
		"quotation that is not closed before its reporting verb",
		"quotation with a name after a dash",
		"quotation with a reporting verb",
		"reporting verb with its clause",
		"turn of a dialogue",
		"words that attribute",
	}
	states := []string{"accepted", "edited", "rejected", "unreviewed"}
	words := slices.Concat(states, []string{"accusation", "denial", "fact", "other", "position", "prediction", "promise", "statistic"})
	for _, rule := range rules {
		for _, state := range states {
			words = append(words, rule+"/"+state)
		}
	}
	slices.Sort(words)
	return words
}()

// appendWord writes a text so that its end can be found and bytes sort as
// texts do.
func appendWord(key []byte, s string) []byte {
	at, found := slices.BinarySearch(indexWords, s)
	if found {
		return append(key, byte(2*at+1)) //nolint:gosec // fewer than 127 words
	}
	return appendText(append(key, byte(2*at)), s) //nolint:gosec // as above
}

// cutWord reads the text at the beginning of a key.
func cutWord(key []byte) (s string, rest []byte, ok bool) {
	if len(key) == 0 {
		return "", nil, false
	}
	at := int(key[0] / 2)
	switch {
	case key[0]%2 == 0:
		return cutText(key[1:])
	case at < len(indexWords):
		return indexWords[at], key[1:], true
	}
	return "", nil, false
}
