package ingest

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"onrecord/claims"
)

// decode gives the text of the bytes: by byte order mark, as UTF-8 where it
// is valid, by the declared character set, and by what the bytes look like.
// The mark is not part of the text. Bytes that are no text are refused.
func decode(name string, data []byte, declared string) (string, error) {
	text, ok := decodeMarked(data)
	if !ok {
		text = decodeUnmarked(data, declared)
	}
	if isBinary(text) {
		return "", claims.Refused(name, claims.Say("error.notTextBinary", "is not text: it is binary, or damaged"))
	}
	return text, nil
}

// decodeMarked decodes bytes that tell their encoding by a mark or by zeros.
func decodeMarked(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), true
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")):
		return decode32(data[4:]), true
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode16(data[2:], 1), true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode16(data[2:], 0), true
	}
	if high := unmarked16(data[:min(len(data), headSize)]); high >= 0 {
		return decode16(data, high), true
	}
	return "", false
}

func decodeUnmarked(data []byte, declared string) string {
	if shifted.Match(data[:min(len(data), headSize)]) {
		if out, err := japanese.ISO2022JP.NewDecoder().Bytes(data); err == nil {
			return string(out)
		}
	}
	if utf8.Valid(data) {
		return string(data)
	}
	if e, _ := charset.Lookup(declared); e != nil && e != encoding.Nop {
		if out, err := e.NewDecoder().Bytes(data); err == nil && !strings.Contains(string(out), "\ufffd") {
			return string(out)
		}
	}
	if text, ok := mostlyUTF8(data); ok {
		return text
	}
	e := guessCharset(data[:min(len(data), 64<<10)])
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(out)
}

// shifted is how ISO-2022-JP, which has no byte above ASCII, begins its Japanese.
var shifted = regexp.MustCompile(`\x1b\$[@B]`)

// unmarked16 tells UTF-16 without a mark by its zero bytes: Latin letters have
// one each, and every other script has spaces and line ends. It gives the
// place, 0 or 1, of the more significant byte in a pair, or -1.
func unmarked16(head []byte) int {
	if len(head) < 8 {
		return -1
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	units := len(head) / 2
	for high := range 2 {
		if zeros[high]*20 > units && zeros[1-high]*50 < zeros[high] && !isBinary(decode16(head[:units*2], high)) {
			return high
		}
	}
	return -1
}

func decode16(data []byte, high int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+high])<<8 | uint16(data[2*i+1-high])
	}
	return string(utf16.Decode(units))
}

func decode32(data []byte) string {
	var b strings.Builder
	for ; len(data) >= 4; data = data[4:] {
		b.WriteRune(rune(uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 | uint32(data[3]&0x7f)<<24))
	}
	return b.String()
}

// mostlyUTF8 accepts UTF-8 with a few broken bytes, such as a text that was
// cut in the middle of a character.
func mostlyUTF8(data []byte) (string, bool) {
	wide, broken := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else if n > 1 {
			wide++
		}
		rest = rest[n:]
	}
	if wide < 10*broken {
		return "", false
	}
	return strings.ToValidUTF8(string(data), "\ufffd"), true
}

// western are the single-byte encodings that are told apart by how their
// letters stand in words; the first of equals wins.
var western = []*charmap.Charmap{
	charmap.Windows1252, charmap.Windows1250, charmap.ISO8859_15, charmap.ISO8859_2, charmap.Windows1257, charmap.Windows1254, charmap.Macintosh,
	charmap.CodePage850, charmap.CodePage437,
}

// guessCharset tells the encoding of bytes that are not UTF-8. Where many of
// the letters are not ASCII, the text is Cyrillic, Greek, Arabic or Asian and
// statistics tell it; where few are, only their neighbours can.
func guessCharset(data []byte) encoding.Encoding {
	high, letters := 0, 0
	for _, b := range data {
		switch {
		case b >= 0x80:
			high++
		case 'a' <= b|0x20 && b|0x20 <= 'z':
			letters++
		}
	}
	if high > letters/2 {
		if r, err := chardet.NewTextDetector().DetectBest(data); err == nil && r.Confidence >= 10 {
			if e, _ := charset.Lookup(r.Charset); e != nil {
				return e
			}
		}
	}
	best, most := western[0], -1<<62
	for _, e := range western {
		if s := plausible(e, data); s > most {
			best, most = e, s
		}
	}
	return best
}

// plausible scores how well the characters above ASCII fit their neighbours.
func plausible(e *charmap.Charmap, data []byte) int {
	score := 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = e.DecodeByte(data[i-1])
		}
		if i+1 < len(data) {
			after = e.DecodeByte(data[i+1])
		}
		score += fits(before, e.DecodeByte(b), after)
	}
	return score
}

func fits(before, r, after rune) int {
	inWord := unicode.IsLetter(before) && unicode.IsLetter(after)
	beside := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		return -20
	case r == 'ñ' && !isVowel(after): // Spanish has it before vowels alone; Polish ń stands before consonants
		return -1
	case r == 'ń' && isVowel(after):
		return -1
	case (r == '¿' || r == '¡') && !unicode.IsLetter(before) && unicode.IsLetter(after):
		return 3
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -5
	case unicode.IsLetter(r) && beside:
		return 3
	case strings.ContainsRune("“”‘’–—…«»„‚•·", r): // marks of news text, at home at the edge of a word
		if inWord && r != '’' && r != '–' && r != '—' {
			return -2
		}
		return 3
	case strings.ContainsRune("€£$¥°§©®™¿¡ ½¼¾²³±×", r) && !inWord:
		return 2
	case inWord:
		return -5
	}
	return 0
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouáéíóúAEIOUÁÉÍÓÚ", r) }

// isBinary reports whether a decoded text has more control and replacement
// characters than a text can have.
func isBinary(text string) bool {
	bad, n := 0, 0
	for _, r := range text {
		n++
		if r == utf8.RuneError || r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", r) || 0x7f <= r && r < 0xa0 && r != 0x85 {
			bad++
		}
		if n >= 1<<20 {
			break
		}
	}
	return bad*50 > n
}
