package match

import (
	"strings"

	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// run is the query letter for letter, as it would stand in a text that it was
// copied out of: words, and what stands before, between and after them. It may
// begin and end in mid-word.
type run struct {
	words    []string
	gaps     []string // between the words
	capitals []bool
	lead     string // before the first word
	tail     string // after the last
	begin    string // the first word may end so: with what was typed before it; "" where it is whole
	end      string // the last word may begin so
	plain    bool   // the words are those of the query, and nothing else is asked for
}

// maxRun is how many words a run can have; longer ones are cut.
const maxRun = 250

// runOf reads the query as a run, nil where it has no words.
func runOf(q *Query) *run {
	text := clip(q.Typed, maxTyped)
	tokens := words.Split(text)
	if len(tokens) == 0 {
		return nil
	}
	cut := len(tokens) > maxRun
	tokens = tokens[:min(len(tokens), maxRun)]
	r := &run{plain: len(q.Filters) == 0 && len(q.Without) == 0 && len(tokens) == len(q.Words)}
	for i, t := range tokens {
		r.words = append(r.words, t.Text)
		r.capitals = append(r.capitals, segment.BeginsCapital(text[t.Start:]))
		if i > 0 {
			r.gaps = append(r.gaps, segment.Gap(text[tokens[i-1].End:t.Start]))
		}
	}
	first, last := tokens[0], tokens[len(tokens)-1]
	r.lead = segment.Gap(text[:first.Start])
	if inWord(r.lead) {
		r.begin = r.lead + first.Text
	}
	if cut {
		return r
	}
	r.tail = segment.Gap(text[last.End:])
	r.joinThousands()
	if inWord(r.tail) {
		r.end = r.words[len(r.words)-1] + r.tail
	}
	return r
}

// joinThousands mends a number that the run cuts: "1,25" of "1,250" is one
// word in the index.
func (r *run) joinThousands() {
	n := len(r.words)
	if n < 2 || r.tail != "" || r.gaps[n-2] != "," || len(r.words[n-1]) > 2 || !number09(r.words[n-1]) || !number09(r.words[n-2]) {
		return
	}
	r.words[n-2] += r.words[n-1]
	r.words, r.gaps, r.capitals, r.plain = r.words[:n-1], r.gaps[:n-2], r.capitals[:n-1], false
}

func number09(s string) bool { return strings.Trim(s, "0123456789") == "" }

// inWord reports whether marks can stand inside a word: then the run may have
// been cut there.
func inWord(marks string) bool { return marks == "" || marks == "'" || marks == "." }

// How well a document holds the run.
const (
	notHeld  = iota
	asWords  // its words side by side, with other marks between them
	asMarks  // with the same marks
	asCopied // and the same capital letters
)

// runner looks for a run in the documents of one segment.
type runner struct {
	*run
	work  *work
	seg   *part
	flags []uint8    // for each word of the segment whether it can be first or last
	noted []uint32   // words with flags
	inner [][]uint32 // for each word between first and last those that it is
	gap   []byte     // the numbers of the gaps
	leads [segment.Capital]bool
	tails [segment.Capital]bool
	order []uint32
}

const (
	isFirst = 1 << iota // ends with the first word of the run
	isLast              // begins with the last word
	isWhole             // begins with the first word
	isEnd               // ends with the last word
)

// prepare looks up the words; it reports whether the segment has all of them,
// the first and last perhaps as parts of others.
func (r *runner) prepare(query *run, seg *part) {
	r.clear()
	r.run, r.seg = query, seg
	if len(r.flags) < seg.Words() {
		r.flags = make([]uint8, seg.Words())
	}
	n := len(r.words)
	seg.Exact(r.words[0], func(w uint32) { r.flag(w, isFirst|isWhole) })
	seg.Exact(r.words[n-1], func(w uint32) { r.flag(w, isLast|isEnd) })
	if r.end != "" {
		flags := uint8(isLast)
		if n == 1 {
			flags |= isFirst | isWhole
		}
		seg.Prefix(r.end, func(w uint32) { r.flag(w, flags) })
	}
	r.inner = r.inner[:0]
	for i := 1; i < n-1; i++ {
		var these []uint32
		seg.Exact(r.words[i], func(w uint32) { these = append(these, w) })
		r.inner = append(r.inner, these)
	}
	r.number()
}

// number looks up the gaps.
func (r *runner) number() {
	r.gap = r.gap[:0]
	for range r.gaps {
		r.gap = append(r.gap, r.seg.OtherGap())
	}
	clear(r.leads[:])
	clear(r.tails[:])
	r.leads[r.seg.OtherGap()], r.tails[r.seg.OtherGap()] = len(r.lead) > 1, len(r.tail) > 1
	r.seg.Gaps(func(n byte, gap string) {
		for i, g := range r.gaps {
			if g == gap {
				r.gap[i] = n
			}
		}
		r.leads[n] = strings.HasSuffix(gap, r.lead)
		r.tails[n] = strings.HasPrefix(gap, r.tail)
	})
}

// parts adds the longer words that the run cuts where it begins.
func (r *runner) parts() {
	if r.begin == "" {
		return
	}
	flags := uint8(isFirst)
	if len(r.words) == 1 {
		flags |= isLast | isEnd
	}
	r.seg.Ending(r.begin, func(w uint32) { r.flag(w, flags) })
	if len(r.words) == 1 && r.end != "" {
		r.work.through(r.seg.Inside(r.lead+r.end, func(w uint32) { r.flag(w, isFirst|isLast) }))
	}
}

func (r *runner) flag(w uint32, flags uint8) {
	r.work.do(naming, 1)
	if r.flags[w] == 0 {
		r.noted = append(r.noted, w)
	}
	r.flags[w] |= flags
}

func (r *runner) clear() {
	for _, w := range r.noted {
		r.flags[w] = 0
	}
	r.noted = r.noted[:0]
}

// place is where a document holds the run.
type place struct {
	level int  // how well
	at    int  // the first word
	whole bool // the run does not begin in mid-word
	text  bool // in what was said or written, not in a name
}

// held tells where the document holds the run best.
func (r *runner) held(doc uint32) (best place) {
	r.order = r.seg.Order(doc, r.order[:0])
	r.work.do(fetching, 1)
	r.work.do(comparing, len(r.order))
	n := len(r.words)
	for i := 0; i+n <= len(r.order); i++ {
		if r.flags[r.order[i]]&isFirst == 0 || r.flags[r.order[i+n-1]]&isLast == 0 || !r.between(i) {
			continue
		}
		if l := r.compare(doc, i); l > best.level {
			best = place{l, i, r.flags[r.order[i]]&isWhole != 0, r.seg.Field(r.order[i]) <= segment.Title}
		}
	}
	return best
}

// between reports whether the words between first and last stand there, all of
// them in one part of the document.
func (r *runner) between(i int) bool {
	for k, these := range r.inner {
		w, ok := r.order[i+1+k], false
		for _, t := range these {
			ok = ok || t == w
		}
		if !ok {
			return false
		}
	}
	n := len(r.words)
	return r.seg.Field(r.order[i]) == r.seg.Field(r.order[i+n-1])
}

// compare lays the marks and capital letters of the run beside those of the
// words from i on.
func (r *runner) compare(doc uint32, i int) int {
	joints, n := r.seg.Joints(doc), len(r.words)
	if i+n > len(joints) {
		return asWords
	}
	for k, g := range r.gap {
		if joints[i+k]&^segment.Capital != g {
			return asWords
		}
	}
	first, last := r.flags[r.order[i]], r.flags[r.order[i+n-1]]
	if r.lead != "" && first&isWhole != 0 && !r.led(joints, i) ||
		r.tail != "" && last&isEnd != 0 && !r.tails[joints[i+n-1]&^segment.Capital] {
		return asWords
	}
	for k, capital := range r.capitals {
		if (joints[i+k]&segment.Capital != 0) != capital && (k > 0 || first&isWhole != 0) {
			return asMarks
		}
	}
	return asCopied
}

// led reports whether what stands before word i ends as the run begins. What
// stands before the first word of a text is not known; it is no space.
func (r *runner) led(joints []byte, i int) bool {
	if i == 0 || r.seg.Field(r.order[i-1]) != r.seg.Field(r.order[i]) {
		return !strings.Contains(r.lead, " ")
	}
	return r.leads[joints[i-1]&^segment.Capital]
}
