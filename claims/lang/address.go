package lang

import "strings"

// address is the end of the web or mail address that starts at i, or i where
// there is none.
func (w *words) address(i int) int {
	if w.plain(i) {
		return i
	}
	rest := w.text[i:w.para.End]
	if hasPrefixFold(rest, "http://") || hasPrefixFold(rest, "https://") || hasPrefixFold(rest, "www.") {
		if end := strings.IndexFunc(rest, endsAddress); end >= 0 {
			rest = rest[:end]
		}
		return i + len(strings.TrimRight(rest, ".,;:!?)]'’*"))
	}
	return w.mail(i)
}

// plain reports whether no address can start at i, without a closer look: most
// texts have no mail addresses, and those of the web begin with ht or ww.
func (w *words) plain(i int) bool {
	const small = 0x20 // turns a capital into a small letter
	first, second := w.text[i]|small, w.byteAt(i+1)|small
	return !w.mails && (first != 'h' || second != 't') && (first != 'w' || second != 'w')
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func endsAddress(r rune) bool {
	return isSpace(r) || strings.ContainsRune("<>\"“”«»|", r)
}

// mail is the end of the mail address that starts at i, or i.
func (w *words) mail(i int) int {
	const longest = 64 // of the part before the @, by RFC 5321
	at := i
	for at < w.para.End && at-i <= longest && (isAlnum(w.text[at]) || strings.IndexByte("._-+", w.text[at]) >= 0) {
		at++
	}
	if at == i || w.byteAt(at) != '@' {
		return i
	}
	end := at + 1
	stop := false
	for end < w.para.End && (isAlnum(w.text[end]) || w.text[end] == '.' || w.text[end] == '-') {
		stop = stop || w.text[end] == '.' && isAlnum(w.byteAt(end+1))
		end++
	}
	if !stop {
		return i
	}
	return at + len(strings.TrimRight(w.text[at:end], ".-"))
}
