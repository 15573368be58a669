package match

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"onrecord/claims/match/segment"
)

// The queries that cost most: what nobody types, and what a cat, a pasted page
// or a program does. "No query takes long" is measured on them.

// hardest makes queries out of what an index holds.
type hardest struct {
	rnd    *rand.Rand
	part   *part
	common []string // words of text, the most frequent first
	rare   []string // others, in no order
	names  []string
}

func newHardest(ix *Index, seed uint64) *hardest {
	h := &hardest{rnd: rand.New(rand.NewPCG(seed, 6)), part: ix.view().segs[0]}
	type word struct {
		text string
		freq int
	}
	var all []word
	for w := range uint32(h.part.Words()) {
		switch text := string(h.part.Word(w)); h.part.Field(w) {
		case segment.Body:
			all = append(all, word{text, h.part.Freq(w)})
		case segment.Name:
			h.names = append(h.names, text)
		}
	}
	slices.SortStableFunc(all, func(a, b word) int { return cmp.Or(cmp.Compare(b.freq, a.freq), cmp.Compare(a.text, b.text)) })
	const common = 250
	for i, w := range all {
		if i < common {
			h.common = append(h.common, w.text)
		} else {
			h.rare = append(h.rare, w.text)
		}
	}
	return h
}

func pick[T any](rnd *rand.Rand, from []T) T { return from[rnd.IntN(len(from))] }

// joined makes n pieces and puts spaces between them.
func joined(n int, piece func() string) string {
	out := make([]string, n)
	for i := range out {
		out[i] = piece()
	}
	return strings.Join(out, " ")
}

// upTo is a number from 1 to n.
func (h *hardest) upTo(n int) int { return 1 + h.rnd.IntN(n) }

func (h *hardest) letters(n int, of string) string {
	b := make([]rune, n)
	for i := range b {
		b[i] = pick(h.rnd, []rune(of))
	}
	return string(b)
}

func (h *hardest) word() string     { return pick(h.rnd, h.rare) }
func (h *hardest) often() string    { return pick(h.rnd, h.common) }
func (h *hardest) frequent() string { return h.common[h.rnd.IntN(12)] }

func (h *hardest) begun() string {
	w := pick(h.rnd, [][]string{h.rare, h.common})
	return clip(pick(h.rnd, w), h.upTo(5))
}

func (h *hardest) slip() string {
	w := []byte(h.word())
	for range h.upTo(2) {
		w[h.rnd.IntN(len(w))] = 'a' + byte(h.rnd.IntN(26))
	}
	return string(w)
}

// text is the words of some document.
func (h *hardest) text() []string {
	var out []string
	for _, w := range h.part.Order(uint32(h.rnd.IntN(h.part.Docs())), nil) { // #nosec G115 -- a place in a list
		out = append(out, string(h.part.Word(w)))
	}
	return out
}

// run is what n words in a row of a document say, or as many as it has.
func (h *hardest) run(n int) string {
	w := h.text()
	at := h.rnd.IntN(max(len(w)-n, 0) + 1)
	return strings.Join(w[at:min(len(w), at+n)], " ")
}

const (
	smallLetters = "abcdefghijklmnopqrstuvwxyz"
	withAccents  = "áàâäãåçéèêëíìîïñóòôöõøúùûüýÿßæœ"
)

// hardQueries are the ways to make them.
var hardQueries = []struct {
	kind  string
	query func(h *hardest) string
}{
	{"one letter again and again", func(h *hardest) string {
		return strings.TrimSpace(strings.Repeat(h.letters(1, smallLetters)+" ", h.upTo(80)))
	}},
	{"few letters again and again", func(h *hardest) string {
		of := h.letters(h.upTo(3), smallLetters)
		return joined(h.upTo(60), func() string { return h.letters(1, of) })
	}},
	{"single letters", func(h *hardest) string {
		return joined(h.upTo(40), func() string { return h.letters(1, smallLetters) })
	}},
	{"letters at random", func(h *hardest) string {
		return joined(h.upTo(60), func() string { return h.letters(h.upTo(9), smallLetters) })
	}},
	{"letters without end", func(h *hardest) string { return h.letters(50+h.rnd.IntN(2000), smallLetters) }},
	{"common words", func(h *hardest) string { return joined(h.upTo(80), h.often) }},
	{"the commonest words", func(h *hardest) string { return joined(h.upTo(80), h.frequent) }},
	{"beginnings of words", func(h *hardest) string { return joined(h.upTo(60), h.begun) }},
	{"slips", func(h *hardest) string { return joined(h.upTo(60), h.slip) }},
	{"rare words", func(h *hardest) string { return joined(h.upTo(80), h.word) }},
	{"words run together", func(h *hardest) string {
		return joined(h.upTo(10), func() string { return h.begun() + h.begun() + h.begun() + h.often() })
	}},
	{"four hundred letters", func(h *hardest) string { return clip(joined(12, func() string { return h.run(12) }), 400) }},
	{"a run in mid-word", func(h *hardest) string { r := h.run(2 + h.rnd.IntN(60)); return r[h.rnd.IntN(3):] }},
	{"a run of common words", func(h *hardest) string { return joined(2, h.frequent) + " " + joined(h.upTo(3), h.often) }},
	{"common phrases", func(h *hardest) string {
		return joined(h.upTo(4), func() string { return `"` + joined(1+h.upTo(5), h.frequent) + `"` })
	}},
	{"phrases", func(h *hardest) string {
		return joined(h.upTo(6), func() string { return `"` + h.run(h.upTo(8)) + `"` })
	}},
	{"a long phrase", func(h *hardest) string { return `"` + joined(h.upTo(80), h.often) + `"` }},
	{"filters", func(h *hardest) string { return joined(h.upTo(12), h.filter) + " " + joined(h.rnd.IntN(4), h.often) }},
	{"filters by names that are begun", func(h *hardest) string {
		return "speaker:" + h.letters(1, smallLetters) + " " + joined(h.upTo(4), func() string { return "speaker:" + clip(pick(h.rnd, h.names), 2) }) + " " + h.begun()
	}},
	{"without common words", func(h *hardest) string {
		return joined(h.upTo(8), func() string { return "-" + h.often() }) + " " + joined(h.rnd.IntN(5), h.often)
	}},
	{"without common phrases", func(h *hardest) string {
		return joined(h.upTo(4), func() string { return `-"` + joined(1+h.upTo(3), h.frequent) + `"` }) + " " + joined(h.rnd.IntN(4), h.often)
	}},
	{"wildcards", func(h *hardest) string {
		return joined(h.upTo(20), func() string { return pick(h.rnd, []string{"*", "?", "%", "^", ".*", "[a-z]+"}) + h.begun() + "*" })
	}},
	{"accents", func(h *hardest) string {
		return joined(h.upTo(50), func() string { return h.letters(h.upTo(9), withAccents) })
	}},
	{"marks over marks", func(h *hardest) string {
		return joined(h.upTo(30), func() string { return h.begun() + strings.Repeat("\u0301\u0308", h.upTo(30)) })
	}},
	{"ten thousand characters", func(h *hardest) string {
		return clip(strings.Repeat(joined(200, func() string { return pick(h.rnd, []func() string{h.often, h.slip, h.begun, h.word})() })+" ", 20), 10_000)
	}},
	{"digits", func(h *hardest) string {
		return joined(h.upTo(40), func() string { return h.letters(h.upTo(5), "0123456789") })
	}},
	{"figures", func(h *hardest) string {
		return joined(h.upTo(30), func() string {
			return h.letters(h.upTo(3), "0123456789") + pick(h.rnd, []string{",", ".", "/"}) + h.letters(h.upTo(4), "0123456789%")
		})
	}},
	{"marks", func(h *hardest) string { return h.letters(h.upTo(400), `."'-,:;()!?„“”« »`) + h.begun() }},
	{"letters and marks", func(h *hardest) string {
		return joined(h.upTo(40), func() string { return h.letters(1, smallLetters) + h.letters(1, `"'-.,:`) })
	}},
	{"what a program sends", func(h *hardest) string {
		return "' OR 1=1; DROP TABLE statements; -- " + h.letters(h.upTo(80), "\x00\x01\n\t\\'\"%$&<>/"+smallLetters)
	}},
	{"everything", func(h *hardest) string {
		return joined(h.upTo(40), func() string {
			return pick(h.rnd, []func() string{h.often, h.frequent, h.slip, h.begun, h.word, h.filter, func() string { return `"` + h.run(3) + `"` }, func() string { return "-" + h.word() }})()
		})
	}},
	{"one word", func(h *hardest) string {
		return pick(h.rnd, []func() string{h.often, h.slip, h.begun, h.word, h.frequent})()
	}},
	{"two words", func(h *hardest) string {
		return joined(2, func() string { return pick(h.rnd, []func() string{h.often, h.slip, h.begun, h.word, h.frequent})() })
	}},
	{"short words cut", func(h *hardest) string {
		return joined(2+h.rnd.IntN(4), func() string { return clip(h.word(), 3+h.rnd.IntN(2)) })
	}},
	{"four hundred letters of the commonest words", func(h *hardest) string { return clip(joined(150, h.frequent), 400) }},
	{"the commonest words with filters", func(h *hardest) string {
		return joined(h.upTo(12), h.frequent) + " " + joined(h.upTo(4), h.filter)
	}},
	{"the commonest words of a speaker that is begun", func(h *hardest) string {
		return "speaker:" + h.letters(1, smallLetters) + " " + joined(h.upTo(20), h.frequent)
	}},
	{"without the commonest words", func(h *hardest) string {
		return joined(h.upTo(12), func() string { return "-" + h.frequent() }) + " " + joined(h.upTo(6), h.word)
	}},
	{"scripts", func(h *hardest) string {
		return joined(h.upTo(60), func() string {
			return h.letters(h.upTo(6), pick(h.rnd, []string{smallLetters, "абвгдежзийклмнопрстуфхцчшщ", "αβγδεζηθικλμνξοπρστυφχψω", "中文記者說話政府人民", "ابتثجحخدذرزسشصضطظعغ", "कखगघङचछजझञ", "ㄱㄴㄷ한국말"}))
		})
	}},
	{"digits without end", func(h *hardest) string { return h.letters(h.upTo(2000), "0123456789") }},
	{"words letter by letter", func(h *hardest) string { return strings.Join(strings.Split(h.often()+h.word()+h.run(4), ""), " ") }},
	{"one beginning again and again", func(h *hardest) string {
		w := clip(h.word(), 2+h.rnd.IntN(4))
		return strings.TrimSpace(strings.Repeat(w+" ", h.upTo(80)))
	}},
	{"words of one beginning", func(h *hardest) string {
		var these []string
		begin := clip(h.word(), 1+h.rnd.IntN(2))
		for _, w := range h.rare {
			if strings.HasPrefix(w, begin) {
				these = append(these, w)
			}
		}
		return joined(h.upTo(80), func() string { return pick(h.rnd, these) })
	}},
	{"common words with slips", func(h *hardest) string {
		return joined(h.upTo(60), func() string {
			w := []byte(h.often())
			w[h.rnd.IntN(len(w))] = 'a' + byte(h.rnd.IntN(26))
			return string(w)
		})
	}},
	{"a sentence again and again", func(h *hardest) string {
		return strings.Repeat(h.run(3+h.rnd.IntN(20))+", ", h.upTo(12))
	}},
	{"phrases with a wrong word", func(h *hardest) string {
		return joined(h.upTo(4), func() string { return `"` + h.run(2+h.rnd.IntN(4)) + " " + h.often() + `"` }) + " " + joined(h.rnd.IntN(4), h.frequent)
	}},
}

// filter is one of any field, with what can and cannot stand there.
func (h *hardest) filter() string {
	f := pick(h.rnd, Fields)
	value := pick(h.rnd, []string{"2016", "2017-03", "soon", "none", "statement", "promise", h.letters(1, smallLetters), h.begun(), pick(h.rnd, h.names), h.slip()})
	return pick(h.rnd, []string{"", "", "-"}) + string(f) + ":" + value
}
