package match

import (
	"math"
	"strings"

	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// How much of a word's weight is given for a word that is like it. The order
// is what matters: a word as it was typed before one with another ending,
// that before one begun and not finished, one slip before two, and everything
// that needs guessing at the end.
const (
	qualityExact      = 1.0
	qualityForm       = 0.94
	qualityWhole      = 0.94 // the word itself, where all may be cut short
	qualityOpen       = 0.92 // the last word, still being typed
	qualityConsonants = 0.90 // its consonants, where all may be cut short
	qualityEnding     = 0.88 // the first word of a pasted run may begin in mid-word
	qualityInside     = 0.87
	qualityOneSlip    = 0.86
	qualityOpenSlip   = 0.78 // the last word, with a slip in what is there already
	qualityBeginning  = 0.74
	qualitySkeleton   = 0.72 // "csfr": all consonants from the start
	qualityTwoSlips   = 0.68
	qualityHeard      = 0.66
	qualityShort      = 0.52 // some consonants: "gvt"

	slipInShort    = 0.10 // less for a slip in a word of up to four letters
	slipInFirst    = 0.05 // less for a slip in the first letter
	derived        = 0.04 // less for each letter more that two forms of a word differ in
	lightWeight    = 0.6  // of its rarity, for a word that says little by itself
	consonantsLeft = 0.03 // less where the skeleton goes on after "csfr"
)

// fieldFactor is what a word counts in each part of a document.
var fieldFactor = [...]float32{
	segment.Body:    1,
	segment.Title:   1,
	segment.Context: 0.75,
	segment.Name:    0.97,
	segment.Outlet:  0.6,
	segment.Tag:     0.8,
	segment.Meta:    0,
}

const (
	maxTerms    = 80   // words of a query that are looked at
	maxMeanings = 6000 // words of a segment that one term can mean
	common      = 0.02 // a word in more than this share of the documents is known to be meant as typed
)

// term is a word of the query, or a part of one.
type term struct {
	text   string
	open   bool // may go on
	first  bool // may begin in mid-word
	exact  bool // in quotation marks
	piece  bool // taken for the beginning of a word, or its consonants
	known  bool // stands in the index as it was typed
	weight float64
	found  [][]meaning // for each segment what the term can mean there, best first
	stems  []string    // in all languages, nil where they are not known yet
	light  bool        // says little by itself
	loose  bool        // found holds guesses too
	idle   bool        // not in the readings that are searched for
}

// stands reports whether a segment has the word as it was typed.
func (t *term) stands(segs []*part) (ok bool) {
	for _, s := range segs {
		s.Exact(t.text, func(w uint32) { ok = ok || s.Freq(w) > 0 })
	}
	return ok
}

// same reports whether another term means the same as this one.
func (t *term) same(o *term) bool {
	return t.text == o.text && t.open == o.open && t.first == o.first && t.exact == o.exact && t.piece == o.piece && o.found != nil
}

// means makes the term mean what another does.
func (t *term) means(o *term) {
	t.known, t.weight, t.found, t.loose = o.known, o.weight, o.found, o.loose
}

// expand finds what the term can mean in each segment. A word that the index
// knows is first taken as it was typed; loose asks for guesses all the same.
func (t *term) expand(m *meanings, segs []*part, docs int, loose bool) {
	freq := 0
	for _, s := range segs {
		s.Exact(t.text, func(w uint32) {
			freq += s.Freq(w)
		})
	}
	t.known = freq > 0
	rare := float64(freq) < common*float64(docs) || freq < 20
	guess := !t.exact && !t.piece && (!t.known || loose && rare)
	cut := t.first && !t.exact && !t.light && len(t.text) > 1 && (guess || loose)
	if (guess || cut) && m.work.over(CutGuesses) {
		guess, cut = false, false
	}
	t.loose = guess
	t.found = t.found[:0]
	for _, s := range segs {
		m.begin(s)
		t.certain(m)
		if guess {
			t.guess(m)
		}
		if cut {
			t.cutOff(m)
		}
		t.found = append(t.found, m.best())
	}
}

// certain adds the word itself, its other forms and, where it may go on, the
// words that it begins.
func (t *term) certain(m *meanings) {
	if t.piece {
		t.cutShort(m)
		return
	}
	m.seg.Exact(t.text, func(w uint32) { m.add(w, qualityExact, Exact) })
	if t.exact {
		return
	}
	if t.open {
		m.seg.Prefix(t.text, func(w uint32) { m.add(w, qualityOpen, Beginning) })
	}
	if t.stems == nil {
		m.work.do(stemming, 1)
		t.stems = words.AllStems(t.text)
	}
	for _, stem := range t.stems {
		m.seg.Stem(stem, func(w uint32) { m.add(w, formQuality(t.text, m.seg.Word(w)), Form) })
	}
}

// cutShort adds the words that the term begins, or of which it has the
// consonants. Among words that were cut short a whole one is hardly likelier
// than one that goes on.
func (t *term) cutShort(m *meanings) {
	m.seg.Exact(t.text, func(w uint32) { m.add(w, qualityWhole, Exact) })
	m.seg.Prefix(t.text, func(w uint32) { m.add(w, qualityOpen, Beginning) })
	if len(t.text) < minPiece || strings.ContainsAny(t.text[1:], "aeiou") {
		return
	}
	m.seg.Skeleton(words.Skeleton(t.text), func(w uint32, _ bool) {
		m.work.do(rhyming, 1)
		if word := string(m.seg.Word(w)); words.Abbreviates(t.text, word) {
			quality := qualityConsonants
			if !words.Consonants(t.text, word) {
				quality -= consonantsLeft
			}
			m.add(w, quality, Short)
		}
	})
}

// formQuality is less where more than an ending differs: "will" and
// "willfully" share a stem, but not much of their meaning.
func formQuality(typed string, other []byte) float64 {
	const ending = 4 // letters, of both words together: "making", "makes"
	same := 0
	for same < min(len(typed), len(other)) && typed[same] == other[same] {
		same++
	}
	differ := len(typed) + len(other) - 2*same
	if differ <= ending || words.Irregular(typed, string(other)) {
		return qualityForm
	}
	return max(qualityForm-derived*float64(differ-ending), qualityTwoSlips)
}

// guess adds the words that can be meant by one that was mistyped, misheard,
// shortened or cut off.
func (t *term) guess(m *meanings) {
	n := len(t.text)
	if slips := words.Slips(n); slips > 0 {
		m.work.through(m.seg.Near(t.text, slips, func(w uint32, d int) { t.slip(m, w, d) }))
	}
	if t.open && n >= 5 {
		m.work.through(m.seg.NearPrefix(t.text, func(w uint32) { m.add(w, qualityOpenSlip, Beginning) }))
	}
	if n >= 3 {
		m.seg.Prefix(t.text, func(w uint32) { m.add(w, qualityBeginning, Beginning) })
		m.seg.Skeleton(words.Skeleton(t.text), func(w uint32, whole bool) {
			m.work.do(rhyming, 1)
			if words.Abbreviates(t.text, string(m.seg.Word(w))) {
				quality := qualitySkeleton
				if !whole {
					quality -= consonantsLeft
				}
				m.add(w, quality, Short)
			}
		})
		m.work.through(m.seg.Abbreviated(t.text, func(w uint32) { m.add(w, qualityShort, Short) }))
	}
	if n >= 4 {
		m.seg.Sound(words.Sound(t.text), func(w uint32) { m.add(w, qualityHeard, Heard) })
	}
}

// cutOff adds the words that end with the first word of the query, which may
// be the rest of a word where the query was pasted, and where it is the only
// word those that hold it.
func (t *term) cutOff(m *meanings) {
	const long = 4
	less := 0.0
	if len(t.text) < long {
		less = slipInShort
	}
	m.seg.Ending(t.text, func(w uint32) { m.add(w, qualityEnding-less, Ending) })
	if t.open {
		m.work.through(m.seg.Inside(t.text, func(w uint32) { m.add(w, qualityInside-less, Inside) }))
	}
}

func (t *term) slip(m *meanings, w uint32, slips int) {
	quality, how := qualityOneSlip, OneSlip
	if slips > 1 {
		quality, how = qualityTwoSlips, TwoSlips
	}
	if len(t.text) <= 4 {
		quality -= slipInShort
	}
	if m.seg.Word(w)[0] != t.text[0] {
		quality -= slipInFirst
	}
	m.add(w, quality, how)
}

// weigh sets the weight of the term by its rarity: the logarithm of how many
// documents there are for each that holds what the term means.
//
// What it means is not certain. A rare word that was typed may be a slip of a
// common one, and what is found by a guess must not be taken for rarer than
// what is guessed; so every meaning counts with its documents, times how
// likely it is beside the best, which falls steeply with its quality.
func (t *term) weigh(docs int) {
	const steepness = 12
	best := 0.0
	for _, list := range t.found {
		if len(list) > 0 {
			best = max(best, float64(list[0].quality))
		}
	}
	holding := 0.0
	for _, list := range t.found {
		at, likely := float32(0), 0.0
		for _, m := range list {
			if m.quality != at {
				at, likely = m.quality, math.Pow(float64(m.quality)/best, steepness)
			}
			holding += float64(m.freq) * likely
		}
	}
	t.weight = math.Log(1 + float64(docs)/(holding+1))
	if t.light {
		t.weight *= lightWeight
	}
}
