package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark appends the token at i, which begins with the mark r of size bytes, and
// returns its end.
func (w *words) mark(i int, r rune, size int) int {
	end := i + size
	switch {
	case r == '\'' || r == '’' || r == '‘':
		end = w.apostrophe(i, r, size)
	case r == '`':
		end = w.run(i, r, 2)
	case strings.ContainsRune(".!?", r):
		for c := w.byteAt(end); c == '.' && r == '.' || r != '.' && (c == '!' || c == '?'); c = w.byteAt(end) {
			end++
		}
	case strings.ContainsRune("-*=_~#<>", r):
		end = w.run(i, r, 0)
		if next, _ := w.rune(end); r == '#' && end == i+1 && unicode.IsLetter(next) {
			end = w.wordEnd(end)
		}
	case r == '@':
		if next, _ := w.rune(end); isWordRune(next) {
			end = w.wordEnd(end)
		}
	}
	w.add(i, end)
	return end
}

// run is the end of a run of the mark r, of at most most marks where that is
// not 0.
func (w *words) run(i int, r rune, most int) int {
	for n := 0; most == 0 || n < most; n++ {
		next, size := w.rune(i)
		if next != r || size == 0 {
			break
		}
		i += size
	}
	return i
}

// apostrophe finds the end of the token that opens with a single mark: a
// clitic after a closing mark (“Post”'s), a word that lost its beginning
// ('90s, 'em), two single marks that stand for a double one, or the mark
// alone.
func (w *words) apostrophe(i int, r rune, size int) int {
	end := i + size
	if next, n := w.rune(end); next == r && n > 0 {
		if after, m := w.rune(end + n); after != r || m == 0 {
			return end + n
		}
		return end
	}
	last, n := w.before(i)
	if n > 0 && !isSpace(last) && !isOpening(last) {
		if c := w.byteAt(end); (c == 's' || c == 'S') && !isAlnum(w.byteAt(end+1)) && !strings.ContainsRune("—–-", last) {
			return end + 1
		}
		return end
	}
	if stop := w.decade(end); stop > end {
		return stop
	}
	stop := end
	for stop < w.para.End && isAlnum(w.text[stop]) && stop-end <= longestClipped {
		stop++
	}
	if clipped[strings.ToLower(w.text[end:stop])] {
		return stop
	}
	return end
}

// decade is the end of "90s", "68" or "16" at i, or i.
func (w *words) decade(i int) int {
	if !isDigit(rune(w.byteAt(i))) || !isDigit(rune(w.byteAt(i+1))) {
		return i
	}
	end := i + 2
	if c := w.byteAt(end); c == 's' {
		end++
	}
	if isAlnum(w.byteAt(end)) {
		return i
	}
	if w.byteAt(end-1) != 's' && w.quotedFigure(end) {
		return i
	}
	return end
}

// quotedFigure reports whether a figure that ends at i is closed by a single
// mark ('16') rather than being the short form of a year.
func (w *words) quotedFigure(i int) bool {
	r, _ := w.rune(i)
	return r == '\'' || r == '’' || r == ',' || r == '.'
}

// addWithClitics appends the word [start, end) with its clitics apart.
func (w *words) addWithClitics(start, end int) {
	if cut := contraction(w.text[start:end]); cut > 0 {
		w.add(start, start+cut)
		w.add(start+cut, end)
		return
	}
	var cuts [4]int
	n := 0
	last := end
	for n < len(cuts) {
		cut := cliticStart(w.text[start:last])
		if cut <= 0 {
			break
		}
		last = start + cut
		cuts[n] = last
		n++
	}
	from := start
	for ; n > 0; n-- {
		w.add(from, cuts[n-1])
		from = cuts[n-1]
	}
	w.add(from, end)
}

// cliticStart is where the last clitic of the word begins, 0 where it has
// none.
func cliticStart(word string) int {
	const longest = 6 // bytes of "’ll" and of "n’t"
	at := -1
	for i := max(0, len(word)-longest); i < len(word); i++ {
		if c := word[i]; c == '\'' || c == "’"[0] && strings.HasPrefix(word[i:], "’") {
			at = i
		}
	}
	if at <= 0 || isDigit(rune(word[at-1])) {
		return 0
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	switch strings.ToLower(word[at+size:]) {
	case "s", "m", "d", "ll", "re", "ve":
		return at
	case "t":
		if at > 1 && (word[at-1] == 'n' || word[at-1] == 'N') {
			return at - 1
		}
	}
	return 0
}

// contraction is where a word that is two words written as one is cut, 0 where
// it is none.
func contraction(word string) int {
	if len(word) < shortestContraction || len(word) > longestContraction {
		return 0
	}
	return contractions[strings.ToLower(word)]
}

// isOpening reports marks after which a word begins.
func isOpening(r rune) bool {
	return strings.ContainsRune("([{<“‘«‹„‚\"'`—–―-/", r)
}
