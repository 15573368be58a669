package ingest

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "rtf", Endings: []string{"rtf"}, detect: detectRTF, read: readRTF})
}

func detectRTF(_ string, head []byte) int {
	if bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \r\n\t"), []byte(`{\rtf`)) {
		return certain
	}
	return 0
}

// readRTF reads Rich Text Format (Microsoft's specification 1.9.1): the body
// with deleted and hidden text, headers, footers and comments left out.
func readRTF(j *job, name string, data []byte) ([]Item, error) {
	r := rtf{src: bytes.TrimLeft(data, "\ufeff \r\n\t"), fonts: map[int]*charmap.Charmap{}, styles: map[int]role{}, page: charmap.Windows1252}
	r.at = rtfGroup{skip: 1, page: r.page}
	if err := r.parse(j, name); err != nil {
		return nil, err
	}
	r.end()
	blocks := append(r.blocks, r.notes...)
	if len(blocks) == 0 && len(r.stack) > 0 {
		return nil, cutOff(name, nil)
	}
	m := meta{title: squeeze(r.info["title"]), byline: creator(strings.ReplaceAll(r.info["author"], "?", "’")), published: readDate(squeeze(r.info["date"]))}
	item, ok := compose("rtf", documentTitle(m, blocks), blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	item.complete(runningMeta(strings.Split(r.running.String(), "\n")))
	return []Item{item}, nil
}

// rtfGroup is the state that a brace saves and restores.
type rtfGroup struct {
	dest   dest
	skip   int // characters to skip after \u: \uc
	page   *charmap.Charmap
	hidden bool
	field  string // the property that info text belongs to
}

// dest is where the text of a group goes.
type dest uint8

const (
	toBody dest = iota
	toNowhere
	toNote
	toRunning // the lines that stand on every page
	toInfo
	toFonts
	toStyles
)

// maxRunning is how much of the headers and footers is kept, in bytes.
const maxRunning = 8000

// maxRTFDepth is how deep groups may stand in each other.
const maxRTFDepth = 2000

type rtf struct {
	src    []byte
	pos    int
	stack  []rtfGroup
	at     rtfGroup
	page   *charmap.Charmap
	fonts  map[int]*charmap.Charmap
	styles map[int]role
	font   int // the font being declared
	style  int // the style being declared
	eat    int // fallback characters still to skip
	high   rune

	name    strings.Builder // of the style being declared
	run     strings.Builder
	note    strings.Builder
	running strings.Builder
	role    role
	cells   int // where the cells of the row begin in blocks, plus one; 0 outside of tables
	blocks  []block
	notes   []block
	info    map[string]string
	prop    string
	first   bool // nothing has followed the opening brace
}

func (r *rtf) parse(j *job, name string) error {
	r.info = map[string]string{}
	for n := 0; r.pos < len(r.src); n++ {
		if n%10000 == 0 {
			if err := j.over(name); err != nil {
				return err
			}
		}
		c := r.src[r.pos]
		r.pos++
		switch c {
		case '{':
			if len(r.stack) >= maxRTFDepth {
				return claims.Refused(name, claims.Say("error.nestsGroupsToo", "nests its groups too deep"))
			}
			r.stack = append(r.stack, r.at)
			r.first = true
			continue
		case '}':
			if len(r.stack) == 0 {
				return nil
			}
			r.close()
		case '\\':
			r.control()
		case '\r', '\n':
			continue
		default:
			r.byte(c)
		}
		r.first = false
	}
	return nil
}

// close ends a group: a style or a note is complete, the state before returns.
func (r *rtf) close() {
	last := len(r.stack) - 1
	outer := r.stack[last]
	r.stack = r.stack[:last]
	if r.at.dest == toStyles && outer.dest == toStyles {
		if role := styleRole(strings.TrimSuffix(strings.TrimSpace(r.name.String()), ";")); role != body {
			r.styles[r.style] = role
		}
		r.name.Reset()
	}
	if r.at.dest == toNote && outer.dest != toNote {
		r.notes = append(r.notes, block{text: r.note.String(), role: note})
		r.note.Reset()
	}
	r.at, r.eat = outer, 0
}

// control reads a control word or symbol and obeys it.
func (r *rtf) control() {
	if r.pos >= len(r.src) {
		return
	}
	c := r.src[r.pos]
	if !isLetterByte(c) {
		r.pos++
		r.symbol(c)
		return
	}
	from := r.pos
	for r.pos < len(r.src) && isLetterByte(r.src[r.pos]) {
		r.pos++
	}
	word := string(r.src[from:min(r.pos, from+32)])
	from = r.pos
	if r.pos < len(r.src) && r.src[r.pos] == '-' {
		r.pos++
	}
	for r.pos < len(r.src) && '0' <= r.src[r.pos] && r.src[r.pos] <= '9' {
		r.pos++
	}
	n, err := strconv.Atoi(string(r.src[from:r.pos]))
	if r.pos < len(r.src) && r.src[r.pos] == ' ' {
		r.pos++
	}
	if r.eat > 0 && word != "u" {
		r.eat--
	}
	r.word(word, n, err == nil)
}

func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.pos+2 <= len(r.src) {
			if n, err := strconv.ParseUint(string(r.src[r.pos:r.pos+2]), 16, 8); err == nil {
				r.pos += 2
				r.byte(byte(n))
			}
		}
	case '*':
		if r.at.dest == toBody || r.at.dest == toNote {
			r.at.dest = toNowhere
		}
	case '~':
		r.rune(' ')
	case '_':
		r.rune('-')
	case '\r', '\n':
		r.word("par", 0, false)
	case '\\', '{', '}':
		r.byte(c)
	}
}

// byte writes a byte in the code page of the font.
func (r *rtf) byte(c byte) {
	if r.eat > 0 {
		r.eat--
		return
	}
	if c < 0x80 {
		r.rune(rune(c))
		return
	}
	r.rune(r.at.page.DecodeByte(c))
}

func (r *rtf) rune(c rune) {
	if r.at.hidden {
		return
	}
	switch r.at.dest {
	case toBody:
		r.run.WriteRune(c)
	case toNote:
		r.note.WriteRune(c)
	case toRunning:
		if r.running.Len() < maxRunning {
			r.running.WriteRune(c)
		}
	case toStyles:
		r.name.WriteRune(c)
	case toInfo:
		r.infoRune(c)
	case toNowhere, toFonts:
	}
}

func (r *rtf) end() {
	if r.run.Len() > 0 {
		r.blocks = append(r.blocks, block{text: r.run.String(), role: r.role})
		r.run.Reset()
	}
}
