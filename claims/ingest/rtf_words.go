package ingest

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// rtfRunes are control words that stand for one character.
var rtfRunes = map[string]rune{
	"lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "endash": '–', "emdash": '—', "bullet": '•', "tab": ' ',
	"emspace": ' ', "enspace": ' ', "qmspace": ' ', "line": '\n', "softline": '\n',
}

// rtfNowhere are the groups whose text is none of the article.
var rtfNowhere = wordSet(`colortbl pict object fldinst listtable listoverridetable rsidtbl
	revtbl annotation atnid atnauthor atntime atnicn atnref atndate atnparent atrfstart atrfend xe tc datastore themedata colorschememapping latentstyles generator filetbl
	mmathPr nonshppict bkmkstart bkmkend ftnsep ftnsepc aftnsep aftnsepc pgdsctbl template private listtext pntext shpinst`)

// rtfRunning are the groups of headers and footers.
var rtfRunning = wordSet("header headerl headerr headerf footer footerl footerr footerf")

// word obeys a control word.
func (r *rtf) word(word string, n int, given bool) {
	if c, ok := rtfRunes[word]; ok {
		r.rune(c)
		return
	}
	if rtfNowhere[word] {
		if word != "listtext" && word != "pntext" || r.first {
			r.at.dest = toNowhere
		}
		return
	}
	if rtfRunning[word] {
		r.at.dest = toRunning
		return
	}
	switch word {
	case "par", "sect", "page", "cell", "nestcell":
		r.paragraph(word)
	case "row", "nestrow":
		r.row()
	case "trowd":
		r.end()
		if r.cells == 0 {
			r.cells = len(r.blocks) + 1
		}
	case "u":
		r.unicode(n)
	case "uc":
		r.at.skip = max(0, min(n, 8))
	case "bin":
		r.pos = min(len(r.src), r.pos+max(n, 0))
	case "pard", "plain":
		r.reset(word)
	case "s":
		r.styled(n)
	case "outlinelevel":
		r.outline(n)
	case "v", "deleted":
		r.at.hidden = !given || n != 0
	case "footnote":
		r.at.dest = toNote
	default:
		r.declaration(word, n)
	}
}

// declaration obeys the words of the document's head.
func (r *rtf) declaration(word string, n int) {
	switch word {
	case "ansicpg":
		if page := codePage(n); page != nil {
			r.page, r.at.page = page, page
		}
	case "mac":
		r.page, r.at.page = charmap.Macintosh, charmap.Macintosh
	case "pc", "pca":
		r.page, r.at.page = charmap.CodePage850, charmap.CodePage850
	case "fonttbl":
		r.at.dest = toFonts
	case "stylesheet":
		r.at.dest = toStyles
	case "f":
		if r.at.dest == toFonts {
			r.font = n
		} else if page := r.fonts[n]; page != nil {
			r.at.page = page
		} else {
			r.at.page = r.page
		}
	case "fcharset":
		if page := fontPages[n]; page != nil && r.at.dest == toFonts {
			r.fonts[r.font] = page
		}
	case "info", "userprops":
		r.at.dest = toInfo
	case "title", "author", "propname", "staticval":
		if r.at.dest == toInfo {
			r.at.field = word
		}
	case "creatim", "revtim", "printim", "operator", "doccomm", "company", "subject", "keywords", "manager", "category":
		if r.at.dest == toInfo {
			r.at.dest = toNowhere
		}
	}
}

// infoRune writes a character of a property. Those of userprops come as pairs
// of name and value.
func (r *rtf) infoRune(c rune) {
	const most = 2000
	switch f := r.at.field; f {
	case "title", "author":
		if len(r.info[f]) < most {
			r.info[f] += string(c)
		}
	case "propname":
		if r.first || r.info["value"] != "" {
			r.prop, r.info["value"] = "", ""
		}
		r.prop += string(c)
	case "staticval":
		r.info["value"] = "read"
		if key := strings.ToLower(strings.TrimSpace(r.prop)); len(r.info[key]) < most && key != "" && key != "value" {
			r.info[key] += string(c)
		}
	}
}

func (r *rtf) paragraph(word string) {
	if r.at.dest == toNote {
		r.note.WriteByte('\n')
		return
	}
	if r.at.dest == toRunning {
		r.running.WriteByte('\n')
	}
	if r.at.dest != toBody {
		return
	}
	r.end()
	if word == "par" && r.cells > 0 && r.cells > len(r.blocks)+1 {
		r.cells = 0
	}
}

// row joins the cells of a table's row.
func (r *rtf) row() {
	r.end()
	if r.cells > 0 && r.cells <= len(r.blocks) {
		r.blocks = joinRow(r.blocks, r.cells-1)
	}
	r.cells = 0
}

// unicode writes a UTF-16 unit and skips the characters that stand for it in
// old programs.
func (r *rtf) unicode(n int) {
	r.eat = 0
	c := rune(uint16(n)) //nolint:gosec // the specification writes units above 32767 as negative numbers
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.rune(utf16.DecodeRune(r.high, c))
		r.high = 0
	default:
		r.rune(c)
	}
	r.eat = r.at.skip
}

func (r *rtf) reset(word string) {
	if word == "plain" {
		r.at.hidden = false
		return
	}
	if r.at.dest == toBody && r.run.Len() == 0 {
		r.role = body
	}
}

func (r *rtf) styled(n int) {
	switch r.at.dest {
	case toStyles:
		r.style = n
	case toBody:
		if r.run.Len() == 0 {
			r.role = r.styles[n]
		}
	default:
	}
}

func (r *rtf) outline(n int) {
	if n > 8 {
		return
	}
	switch r.at.dest {
	case toStyles:
		r.styles[r.style] = heading
	case toBody:
		if r.role == body {
			r.role = heading
		}
	default:
	}
}

// codePage gives the encoding of a Windows code page.
func codePage(n int) *charmap.Charmap {
	return map[int]*charmap.Charmap{
		437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
		1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
		1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh,
	}[n]
}

// fontPages are the encodings of a font's character set.
var fontPages = map[int]*charmap.Charmap{
	77: charmap.Macintosh, 161: charmap.Windows1253, 162: charmap.Windows1254, 163: charmap.Windows1258, 177: charmap.Windows1255,
	178: charmap.Windows1256, 186: charmap.Windows1257, 204: charmap.Windows1251, 222: charmap.Windows874, 238: charmap.Windows1250,
}
