package pdftext

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// glyphRunes are the names that Adobe's glyph list gives characters that are
// neither letters of ASCII nor letters with an accent.
var glyphRunes = func() map[string]string {
	out := map[string]string{}
	for _, pair := range strings.Fields(`
		space=\u0020 exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' quoteright=’ quoteleft=‘ parenleft=( parenright=)
		asterisk=* plus=+ comma=, hyphen=- minus=− period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9
		colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\ bracketright=] asciicircum=^ underscore=_ grave=` + "`" + `
		braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ fraction=⁄ yen=¥ florin=ƒ section=§ currency=¤ quotedblleft=“
		guillemotleft=« guilsinglleft=‹ guilsinglright=› fi=fi fl=fl ff=ff ffi=ffi ffl=ffl endash=– dagger=† daggerdbl=‡ periodcentered=· paragraph=¶
		bullet=• quotesinglbase=‚ quotedblbase=„ quotedblright=” guillemotright=» ellipsis=… perthousand=‰ questiondown=¿ emdash=— AE=Æ ordfeminine=ª
		Lslash=Ł Oslash=Ø OE=Œ ordmasculine=º ae=æ dotlessi=ı lslash=ł oslash=ø oe=œ germandbls=ß Eth=Ð eth=ð Thorn=Þ thorn=þ Euro=€ trademark=™
		copyright=© registered=® degree=° plusminus=± multiply=× divide=÷ logicalnot=¬ brokenbar=¦ mu=µ onehalf=½ onequarter=¼ threequarters=¾
		onesuperior=¹ twosuperior=² threesuperior=³ acute=´ circumflex=ˆ tilde=˜ macron=¯ breve=˘ dotaccent=˙ dieresis=¨ ring=˚ cedilla=¸ hungarumlaut=˝
		ogonek=˛ caron=ˇ nbspace=\u0020 nonbreakingspace=\u0020 sfthyphen=\u00ad softhyphen=\u00ad afii10017=А Dcroat=Đ dcroat=đ Hbar=Ħ hbar=ħ Eng=Ŋ eng=ŋ
		longs=ſ st=st f_f=ff f_i=fi f_l=fl f_f_i=ffi f_f_l=ffl T_h=Th infinity=∞ notequal=≠ lessequal=≤ greaterequal=≥ summation=∑ product=∏ pi=π
		radical=√ approxequal=≈ Delta=Δ Omega=Ω lozenge=◊ partialdiff=∂ integral=∫ minute=′ second=″ figuredash=‒ afii00208=― arrowright=→ arrowleft=←
		checkmark=✓ filledbox=■ H22073=□ triagrt=► circle=○ uni2010=‐ uni2011=‑ hyphentwo=‐ quotereversed=‛`) {
		k, v, _ := strings.Cut(pair, "=")
		switch v {
		case `\u0020`:
			v = " "
		case `\u00ad`:
			v = "\u00ad"
		}
		out[k] = v
	}
	return out
}()

// accents are the ends of names such as "eacute", by the combining mark.
var accents = []struct{ name, mark string }{
	{"acute", "\u0301"},
	{"grave", "\u0300"},
	{"circumflex", "\u0302"},
	{"dieresis", "\u0308"},
	{"tilde", "\u0303"},
	{"caron", "\u030c"},
	{"cedilla", "\u0327"},
	{"ring", "\u030a"},
	{"breve", "\u0306"},
	{"macron", "\u0304"},
	{"ogonek", "\u0328"},
	{"dotaccent", "\u0307"},
	{"hungarumlaut", "\u030b"},
	{"commaaccent", "\u0326"},
}

// glyphText gives the characters that a glyph name stands for, or "".
func glyphText(glyph string) string {
	if len(glyph) == 1 {
		return glyph
	}
	if s, ok := glyphRunes[glyph]; ok {
		return s
	}
	base, _, _ := strings.Cut(glyph, ".")
	if base != glyph && base != "" {
		return glyphText(base)
	}
	for _, a := range accents {
		if letter, ok := strings.CutSuffix(glyph, a.name); ok && utf8.RuneCountInString(letter) == 1 {
			return norm.NFC.String(letter + a.mark)
		}
	}
	if parts := strings.Split(glyph, "_"); len(parts) > 1 {
		out := ""
		for _, p := range parts {
			out += glyphText(p)
		}
		return out
	}
	return hexGlyph(glyph)
}

// hexGlyph reads names that are code points: uni20AC, u1F600.
func hexGlyph(glyph string) string {
	digits, ok := strings.CutPrefix(glyph, "uni")
	if !ok {
		if digits, ok = strings.CutPrefix(glyph, "u"); !ok || len(digits) < 4 {
			return ""
		}
	} else if len(digits) > 4 {
		digits = digits[:4]
	}
	n, err := strconv.ParseUint(digits, 16, 21)
	if err != nil || len(digits) < 4 || !utf8.ValidRune(rune(n)) { //nolint:gosec // 21 bits
		return ""
	}
	return string(rune(n)) //nolint:gosec // 21 bits
}

// baseEncoding is the table of a named encoding.
func baseEncoding(n name) (table [256]string) {
	set := func(e *charmap.Charmap) {
		for i := range 256 {
			if r := e.DecodeByte(byte(i)); r >= ' ' && r != utf8.RuneError && (r < 0x7f || r >= 0xa0) {
				table[i] = string(r)
			}
		}
	}
	switch n {
	case "WinAnsiEncoding":
		set(charmap.Windows1252)
		table[0xa0], table[0xad], table[0x7f] = " ", "-", "•"
	case "MacRomanEncoding":
		set(charmap.Macintosh)
		table[0xca] = " "
	default:
		standardEncoding(&table)
	}
	return table
}

// standardEncoding fills in Adobe's own encoding (ISO 32000, annex D).
func standardEncoding(table *[256]string) {
	for i := 32; i < 127; i++ {
		table[i] = string(rune(i))
	}
	table['\''], table['`'] = "’", "‘"
	for from, names := range map[int]string{
		161: "exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl",
		177: "endash dagger daggerdbl periodcentered", 182: "paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand",
		191: "questiondown", 193: "grave acute circumflex tilde macron breve dotaccent dieresis", 202: "ring cedilla", 205: "hungarumlaut ogonek caron emdash",
		225: "AE", 227: "ordfeminine", 232: "Lslash Oslash OE ordmasculine", 241: "ae", 245: "dotlessi", 248: "lslash oslash oe germandbls",
	} {
		for i, n := range strings.Fields(names) {
			table[from+i] = glyphRunes[n]
		}
	}
}

// helvetica are the widths of the printable characters of ASCII in Helvetica,
// in thousandths of the size: what fonts that every viewer has are measured
// by, since files need not tell their widths.
var helvetica = [95]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// standardWidth guesses the width of a character in a font that every viewer
// has.
func standardWidth(base string, text string) float64 {
	r, _ := utf8.DecodeRuneInString(text)
	w := 556.0
	if r >= ' ' && r <= '~' {
		w = float64(helvetica[r-' '])
	}
	switch {
	case strings.Contains(base, "Courier"):
		return 600
	case strings.Contains(base, "Times"):
		return w * 0.9
	}
	return w
}
