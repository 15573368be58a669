package pdftext

import (
	"bytes"
	"math"
	"strings"
)

// glyph is a character, or a ligature, at its place on a page. Places are in
// points from the lower left corner of the page as it is looked at.
type glyph struct {
	text string
	x, y float64 // of the baseline's start
	w    float64
	size float64
	bold bool
	// unseen is text that lies invisible over the picture of a page: what a
	// program recognised there.
	unseen bool
}

// invisible is the text rendering mode that paints nothing.
const invisible = 3

// matrix is a transformation: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// mul is m applied first and then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d, m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is the part of the graphics state that places text.
type state struct {
	ctm                     matrix
	font                    *font
	size, charGap, wordGap  float64
	stretch, leading, raise float64
	mode                    int
}

// marked is a marked-content sequence: replacement text, or a part of the page
// that is no content.
type marked struct {
	actual   *string
	artifact bool
}

// Limits of one page.
const (
	maxGlyphs  = 400_000
	maxOps     = 4_000_000
	maxFormsIn = 10
)

// interpreter runs content streams for where their text stands.
type interpreter struct {
	file   *file
	fonts  map[any]*font
	out    []glyph
	aside  []glyph // of parts that are marked as no content
	state  state
	saved  []state
	tm, lm matrix
	marks  []marked
	shown  map[ref]bool // the forms that are being run
	ops    int
	lost   int // glyphs whose characters nobody can know
}

func (in *interpreter) run(src []byte, resources dict, depth int) {
	l := lexer{src: src, depth: -1 << 20} // no references in content
	var args []any
	for {
		v, ok := l.next()
		if !ok || len(in.out)+len(in.aside) > maxGlyphs {
			return
		}
		op, isOp := v.(keyword)
		if !isOp {
			if len(args) < 64 {
				args = append(args, v)
			}
			continue
		}
		if in.ops++; in.ops > maxOps || in.ops%1024 == 0 && in.file.ctx.Err() != nil {
			return
		}
		switch op {
		case "BI":
			skipImage(&l)
		case "Do":
			if n, ok := arg[name](args, 0); ok {
				in.form(n, resources, depth)
			}
		case "Tf":
			n, _ := arg[name](args, 0)
			in.state.font = in.fontOf(in.file.dict(resources["Font"])[n])
			in.state.size = in.num(args, 1)
		case "gs":
			n, _ := arg[name](args, 0)
			if ft := in.file.array(in.file.dict(in.file.dict(resources["ExtGState"])[n])["Font"]); len(ft) == 2 {
				in.state.font, in.state.size = in.fontOf(ft[0]), in.file.num(ft[1])
			}
		case "BDC", "BMC":
			in.begin(args, resources)
		case "EMC":
			if len(in.marks) > 0 {
				in.marks = in.marks[:len(in.marks)-1]
			}
		default:
			in.op(op, args)
		}
		args = args[:0]
	}
}

func arg[T any](args []any, i int) (v T, ok bool) {
	if i < len(args) {
		v, ok = args[i].(T)
	}
	return v, ok
}

func (in *interpreter) num(args []any, i int) float64 {
	n, _ := arg[float64](args, i)
	if math.IsNaN(n) || math.Abs(n) > 1e9 {
		return 0
	}
	return n
}

func (in *interpreter) matrix(args []any) matrix {
	return matrix{in.num(args, 0), in.num(args, 1), in.num(args, 2), in.num(args, 3), in.num(args, 4), in.num(args, 5)}
}

// op obeys the operators of the graphics state and of text.
func (in *interpreter) op(op keyword, args []any) {
	s := &in.state
	switch op {
	case "q":
		if len(in.saved) < 512 {
			in.saved = append(in.saved, *s)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			*s, in.saved = in.saved[n-1], in.saved[:n-1]
		}
	case "cm":
		s.ctm = in.matrix(args).mul(s.ctm)
	case "BT":
		in.tm, in.lm = identity, identity
	case "Tm":
		in.tm = in.matrix(args)
		in.lm = in.tm
	case "Td", "TD":
		if op == "TD" {
			s.leading = -in.num(args, 1)
		}
		in.move(in.num(args, 0), in.num(args, 1))
	case "T*":
		in.move(0, -s.leading)
	case "Tc":
		s.charGap = in.num(args, 0)
	case "Tw":
		s.wordGap = in.num(args, 0)
	case "Tz":
		s.stretch = in.num(args, 0) / 100
	case "TL":
		s.leading = in.num(args, 0)
	case "Ts":
		s.raise = in.num(args, 0)
	case "Tr":
		s.mode = int(in.num(args, 0))
	case "Tj", "'", "\"":
		in.line(op, args)
	case "TJ":
		in.spaced(args)
	}
}

func (in *interpreter) move(x, y float64) {
	in.lm = matrix{1, 0, 0, 1, x, y}.mul(in.lm)
	in.tm = in.lm
}

// line shows a string, on the next line for the operators ' and ".
func (in *interpreter) line(op keyword, args []any) {
	if op != "Tj" {
		in.move(0, -in.state.leading)
	}
	if op == "\"" && len(args) == 3 {
		in.state.wordGap, in.state.charGap = in.num(args, 0), in.num(args, 1)
		args = args[2:]
	}
	if t, ok := arg[str](args, 0); ok {
		in.show(t)
	}
}

// spaced shows strings with gaps between them.
func (in *interpreter) spaced(args []any) {
	list, _ := arg[array](args, 0)
	for _, v := range list {
		switch v := v.(type) {
		case str:
			in.show(v)
		case float64:
			in.tm = matrix{1, 0, 0, 1, -v / 1000 * in.state.size * in.state.stretch, 0}.mul(in.tm)
		}
	}
}

// show places the glyphs of a string. Text that runs in another direction than
// across the page is left out: it is beside the text.
func (in *interpreter) show(t str) {
	s := &in.state
	if s.font == nil {
		return
	}
	for _, c := range s.font.chars(t) {
		trm := in.tm.mul(s.ctm)
		scale := math.Hypot(trm.a, trm.b)
		width := (c.width*s.size + s.charGap) * s.stretch
		if c.space {
			width += s.wordGap * s.stretch
		}
		if across := trm.a > 0 && math.Abs(trm.b) < trm.a/10; across && len(in.out)+len(in.aside) <= maxGlyphs {
			height := math.Hypot(trm.c, trm.d) * math.Abs(s.size)
			in.place(glyph{
				text: c.text, x: trm.e, y: trm.f + s.raise*trm.d, w: c.width * s.size * s.stretch * scale, size: height, bold: s.font.bold, unseen: s.mode == invisible,
			})
		}
		in.tm = matrix{1, 0, 0, 1, width, 0}.mul(in.tm)
	}
}

func (in *interpreter) place(g glyph) {
	for i := len(in.marks) - 1; i >= 0; i-- {
		if a := in.marks[i].actual; a != nil {
			g.text, *a = *a, "" // once, for the first of the glyphs that it replaces
			break
		}
	}
	if in.hidden() {
		in.aside = append(in.aside, g)
		return
	}
	if g.text == "\ufffd" {
		in.lost++
	}
	in.out = append(in.out, g)
}

func (in *interpreter) hidden() bool {
	for _, m := range in.marks {
		if m.artifact {
			return true
		}
	}
	return false
}

// begin opens a marked-content sequence. Headers, footers and page numbers are
// marked as artifacts of pagination by the programs that mark anything.
func (in *interpreter) begin(args []any, resources dict) {
	var m marked
	tag, _ := arg[name](args, 0)
	props, _ := arg[dict](args, 1)
	if n, ok := arg[name](args, 1); ok {
		props = in.file.dict(in.file.dict(resources["Properties"])[n])
	}
	if s, ok := in.file.get(props["ActualText"]).(str); ok {
		t := text(s)
		m.actual = &t
	}
	m.artifact = tag == "Artifact" && in.file.name(props["Type"]) == "Pagination"
	in.marks = append(in.marks, m)
}

func (in *interpreter) fontOf(v any) *font {
	key := v
	if _, ok := v.(ref); !ok {
		key = nil
	}
	if ft := in.fonts[key]; ft != nil && key != nil {
		return ft
	}
	if v == nil {
		return nil
	}
	ft := in.file.font(v)
	if key != nil {
		in.fonts[key] = ft
	}
	return ft
}

// form runs a form: content that a page shows from elsewhere.
func (in *interpreter) form(n name, resources dict, depth int) {
	v := in.file.dict(resources["XObject"])[n]
	if r, ok := v.(ref); ok {
		if in.shown[r] { // it shows itself
			return
		}
		in.shown[r] = true
		defer delete(in.shown, r)
	}
	s, ok := in.file.get(v).(*stream)
	if !ok || in.file.name(s.dict["Subtype"]) != "Form" || depth >= maxFormsIn {
		return
	}
	src, err := in.file.decode(s)
	if err != nil && len(src) == 0 {
		return
	}
	own := in.file.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	saved, stack, marks := in.state, in.saved, len(in.marks)
	in.saved = nil
	if m := in.file.nums(s.dict["Matrix"]); len(m) == 6 {
		in.state.ctm = matrix{m[0], m[1], m[2], m[3], m[4], m[5]}.mul(in.state.ctm)
	}
	in.run(src, own, depth+1)
	in.state, in.saved, in.marks = saved, stack, in.marks[:min(marks, len(in.marks))]
}

// skipImage jumps over the bytes of an image within the content.
func skipImage(l *lexer) {
	for {
		i := bytes.Index(l.src[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.src)
			return
		}
		at := l.pos + i
		l.pos = at + 2
		before := at == 0 || isSpace(l.src[at-1])
		after := l.pos >= len(l.src) || isSpace(l.src[l.pos])
		if before && after && !strings.ContainsRune(string(l.src[l.pos:min(len(l.src), l.pos+12)]), '\ufffd') {
			return
		}
	}
}
