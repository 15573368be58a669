package pdftext

import (
	"bytes"
	"strconv"
)

// The kinds of objects are float64, bool, nil, str, name, ref, array, dict,
// *stream, and keyword for whatever else stands in a content stream.
type (
	str     string
	name    string
	keyword string
	array   []any
	dict    map[name]any
	// ref is a reference to an indirect object by its number. Generations are
	// ignored: the last definition of an object is the one in force.
	ref int
)

// stream is a dictionary with bytes, as they stand in the file.
type stream struct {
	dict dict
	raw  []byte
	num  int // of the object, for decryption
}

// lexer reads objects from bytes. It never fails: what cannot be read is
// skipped, as viewers do.
type lexer struct {
	src   []byte
	pos   int
	depth int
}

const maxNesting = 60

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func isDelimiter(b byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

func (l *lexer) skipSpace() {
	for l.pos < len(l.src) {
		switch b := l.src[l.pos]; {
		case isSpace(b):
			l.pos++
		case b == '%':
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// next reads one object or keyword; ok is false at the end.
func (l *lexer) next() (v any, ok bool) {
	l.skipSpace()
	if l.pos >= len(l.src) {
		return nil, false
	}
	switch b := l.src[l.pos]; b {
	case '/':
		l.pos++
		return l.name(), true
	case '(':
		l.pos++
		return l.literal(), true
	case '<':
		if l.pos+1 < len(l.src) && l.src[l.pos+1] == '<' {
			l.pos += 2
			return l.dict(), true
		}
		l.pos++
		return l.hex(), true
	case '[':
		l.pos++
		return l.array(), true
	case ']', '}', '{', ')':
		l.pos++
		return keyword(b), true
	case '>':
		l.pos++
		if l.pos < len(l.src) && l.src[l.pos] == '>' {
			l.pos++
			return keyword(">>"), true
		}
		return keyword(">"), true
	}
	return l.word(), true
}

// word reads a number, a reference or a keyword.
func (l *lexer) word() any {
	from := l.pos
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		l.pos++
	}
	w := l.src[from:l.pos]
	if n, ok := number(w); ok {
		if l.depth >= 0 && n >= 0 && n == float64(int(n)) {
			if l.isRef() {
				return ref(int(n))
			}
		}
		return n
	}
	switch string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(w)
}

// isRef reports whether "G R" follows the number just read, and skips it.
func (l *lexer) isRef() bool {
	p := l.pos
	for p < len(l.src) && isSpace(l.src[p]) {
		p++
	}
	digits := p
	for p < len(l.src) && '0' <= l.src[p] && l.src[p] <= '9' && p-digits < 6 {
		p++
	}
	if p == digits {
		return false
	}
	gap := p
	for p < len(l.src) && isSpace(l.src[p]) {
		p++
	}
	if p == gap || p >= len(l.src) || l.src[p] != 'R' || p+1 < len(l.src) && !isSpace(l.src[p+1]) && !isDelimiter(l.src[p+1]) {
		return false
	}
	l.pos = p + 1
	return true
}

func number(w []byte) (float64, bool) {
	if len(w) == 0 || len(w) > 40 || bytes.IndexByte([]byte("+-.0123456789"), w[0]) < 0 {
		return 0, false
	}
	if bytes.HasPrefix(w, []byte("--")) { // some producers write it
		w = w[1:]
	}
	for _, b := range w[1:] {
		if (b < '0' || b > '9') && b != '.' && b != '-' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(string(w), 64)
	if err != nil {
		i := bytes.LastIndexByte(w, '-')
		if i <= 0 {
			return 0, len(w) == 1 || err != nil && bytes.Trim(w, "+-.") == nil
		}
		n, err = strconv.ParseFloat(string(w[:i]), 64)
	}
	return n, err == nil
}

func (l *lexer) name() name {
	var out []byte
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		b := l.src[l.pos]
		if b == '#' && l.pos+2 < len(l.src) {
			if n, err := strconv.ParseUint(string(l.src[l.pos+1:l.pos+3]), 16, 8); err == nil {
				b = byte(n)
				l.pos += 2
			}
		}
		out = append(out, b)
		l.pos++
	}
	return name(out)
}

func (l *lexer) literal() str {
	var out []byte
	for open := 1; l.pos < len(l.src); l.pos++ {
		b := l.src[l.pos]
		switch b {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return str(out)
			}
		case '\\':
			l.pos++
			out = l.escape(out)
			continue
		}
		out = append(out, b)
	}
	return str(out)
}

// escape reads what follows a backslash; pos is left on its last byte.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.src) {
		return out
	}
	b := l.src[l.pos]
	switch b {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.pos+1 < len(l.src) && l.src[l.pos+1] == '\n' {
			l.pos++
		}
		return out
	}
	if b < '0' || b > '7' {
		return append(out, b)
	}
	n := 0
	for i := 0; i < 3 && l.pos < len(l.src) && '0' <= l.src[l.pos] && l.src[l.pos] <= '7'; i++ {
		n = n*8 + int(l.src[l.pos]-'0')
		l.pos++
	}
	l.pos--
	return append(out, byte(n&0xff))
}

func (l *lexer) hex() str {
	var out []byte
	half, n := false, byte(0)
	for l.pos < len(l.src) {
		b := l.src[l.pos]
		l.pos++
		if b == '>' {
			break
		}
		d, err := strconv.ParseUint(string(b), 16, 8)
		if err != nil {
			continue
		}
		if half {
			out = append(out, n<<4|byte(d))
		} else {
			n = byte(d)
		}
		half = !half
	}
	if half {
		out = append(out, n<<4)
	}
	return str(out)
}

func (l *lexer) array() array {
	out := array{}
	if l.depth++; l.depth > maxNesting {
		l.pos = len(l.src)
	}
	defer func() { l.depth-- }()
	for {
		v, ok := l.next()
		if !ok || v == keyword("]") {
			return out
		}
		if _, bad := v.(keyword); !bad {
			out = append(out, v)
		}
	}
}

func (l *lexer) dict() dict {
	out := dict{}
	if l.depth++; l.depth > maxNesting {
		l.pos = len(l.src)
	}
	defer func() { l.depth-- }()
	for {
		k, ok := l.next()
		if !ok || k == keyword(">>") {
			return out
		}
		key, isName := k.(name)
		if !isName {
			continue
		}
		v, ok := l.next()
		if !ok || v == keyword(">>") {
			return out
		}
		out[key] = v
	}
}
