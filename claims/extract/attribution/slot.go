package attribution

// side is where a content stands: before or after the head of its cue. All but
// one attribution in two hundred have at most one stretch on each side.
type side uint32

const (
	left  side = seedLeft
	right side = seedRight
)

// Limits of the search, in candidates. They bound the work for one cue
// whatever the text looks like.
const (
	mostStarts   = 20
	mostEnds     = 36
	nearWords    = 6   // so close to the cue, every word may begin or end the content
	farTokens    = 160 // no candidate within the sentence is further away
	moreSents    = 10  // sentences beside the one of the cue
	quotedLimit  = 24  // sentences where one quotation runs on
	ancestorsMax = 12
)

// view is a cue as its candidates see it.
type view struct {
	s         *Scene
	c         int
	sent      int
	state     uint32 // how the cue stands to the quotations around it
	ancestors []int32
	o         *outlook // what the first classifier says
	rivals    []int32  // words of the sentence after the cue that probably are cues of the same source
}

// look makes the view one of the cue headed by c.
func (v *view) look(s *Scene, c int, o *outlook) {
	*v = view{
		s: s, c: c, sent: s.Doc.Tokens[c].Sent, state: s.quoteState(c), o: o,
		ancestors: v.ancestors[:0], rivals: v.rivals[:0],
	}
	for h := s.Doc.Tokens[c].Head; h >= 0 && len(v.ancestors) < ancestorsMax; h = s.Doc.Tokens[h].Head {
		v.ancestors = append(v.ancestors, int32(h))
	}
	v.findRivals()
}

// view is a new view of the cue headed by c.
func (s *Scene) view(c int, o *outlook) *view {
	v := &view{}
	v.look(s, c, o)
	return v
}

// findRivals lists the probable cues after this one that have no subject of
// their own: ", adding", "and warned".
func (v *view) findRivals() {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	for i := v.o.cueFrom(v.c+1, v.c); i < sent.Last && i < v.c+farTokens && len(v.rivals) < 4; i = v.o.cueFrom(i+1, v.c) {
		if s.Doc.Tokens[i].Tag[0] != 'V' || s.outer[i] != s.outer[v.c] {
			continue
		}
		alone := true
		for _, k := range s.Kids(i) {
			switch s.Doc.Tokens[k].Rel {
			case "nsubj", "nsubj:pass", "aux:pass", "mark":
				alone = false
			}
		}
		if alone {
			v.rivals = append(v.rivals, int32(i))
		}
	}
}

// rivalAt tells where the first rival stands to the content from a to z:
// inside, just behind, further away.
func (v *view) rivalAt(a, z int) (where, tag uint32) {
	for _, r := range v.rivals {
		switch i := int(r); {
		case i < a:
			continue
		case i <= z:
			return 1, v.s.hash[i].tag
		case i <= z+4:
			return 2, v.s.hash[i].tag
		default:
			return 3, v.s.hash[i].tag
		}
	}
	return 0, 0
}

// runsOver reports whether a content runs over ", adding", with which the
// speaker of the cue goes on.
func (v *view) runsOver(a, z int) bool {
	for _, r := range v.rivals {
		if i := int(r); a < i && i <= z && v.s.Doc.Tokens[i].Lower == "adding" && v.s.Doc.Tokens[i-1].Word == "," {
			return true
		}
	}
	return false
}

// place tells how the token d hangs together with the cue: as the cue itself,
// its child, its ancestor, a child of an ancestor, and so on.
func (v *view) place(d int) uint32 {
	if d < 0 {
		return 20
	}
	t := v.s.Doc.Tokens
	if d == v.c {
		return 1
	}
	h := t[d].Head
	if h == v.c {
		return 2
	}
	for k, a := range v.ancestors {
		if int(a) == d {
			return 3 + uint32(min(k, 2))
		}
		if int(a) == h {
			return 6 + uint32(min(k, 2))
		}
	}
	if h >= 0 && t[h].Head == v.c {
		return 10
	}
	if h >= 0 && t[h].Head >= 0 && t[t[h].Head].Head == v.c {
		return 11
	}
	if t[d].Sent == v.sent {
		return 12
	}
	return 13
}

// under reports whether the token hangs on the cue or on an ancestor of it.
func (v *view) under(d int) bool {
	p := v.place(d)
	return p >= 1 && p <= 8
}

// rightStarts lists where a content after the cue may begin.
func (v *view) rightStarts(out []int32) []int32 {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	near := 0
	for w := s.NextWord(v.c); w < sent.Last && w <= v.c+farTokens && len(out) < mostStarts-3; w = s.NextWord(w) {
		near++
		if near <= nearWords || !s.word[w-1] || v.under(int(s.TopL[w])) {
			out = append(out, int32(w))
		}
	}
	for k := v.sent + 1; k < len(s.Doc.Sentences) && k <= v.sent+3; k++ {
		r := s.Doc.Sentences[k]
		w := r.First
		if !s.word[w] {
			w = s.NextWord(w)
		}
		if w < r.Last && (k == v.sent+1 || s.opens(w)) {
			out = append(out, int32(w))
		}
	}
	return out
}

// rightEnds lists where a content after the cue may end.
func (v *view) rightEnds(out []int32) []int32 {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	last := sent.Last
	for w := s.NextWord(v.c); w < last && w <= v.c+farTokens; w = s.NextWord(w) {
		n := s.NextWord(w)
		if n >= last || w+1 < len(s.word) && !s.word[w+1] || len(out) < mostEnds-12 && v.breaks(n) {
			out = append(out, int32(w))
			if len(out) >= mostEnds-6 && n < last {
				if p := s.lastWord(v.sent); p > w {
					out = append(out, int32(p))
				}
				break
			}
		}
	}
	para := s.Para[v.c]
	for k := v.sent + 1; k < len(s.Doc.Sentences) && k <= v.sent+quotedLimit && len(out) < mostEnds; k++ {
		r := s.Doc.Sentences[k]
		runs := s.outer[r.First] >= 0 && s.outer[r.First-1] == s.outer[r.First]
		if !runs && (k > v.sent+moreSents || s.Para[r.First] > para+1) {
			break
		}
		if w := s.lastWord(k); w >= 0 {
			out = append(out, int32(w))
		}
		out = s.appendCloses(out, r.First, r.Last)
	}
	return out
}

// breaks reports whether a content may stop before the word.
func (v *view) breaks(n int) bool {
	if v.under(int(v.s.TopL[n])) {
		return true
	}
	switch v.s.Doc.Tokens[n].Tag {
	case "IN", "TO", "CC", "WDT", "WP", "WRB", "RB", "VBG", "VBN", "VBD", "VBZ":
		return true
	}
	return false
}

// appendCloses adds the ends of quotations inside the range that are not the
// last word already taken.
func (s *Scene) appendCloses(out []int32, first, last int) []int32 {
	taken := int32(-1)
	if len(out) > 0 {
		taken = out[len(out)-1]
	}
	for i := first; i < last && i < first+farTokens && len(out) < mostEnds; i++ {
		if s.word[i] && int32(i) != taken && s.closes(i) {
			out = append(out, int32(i))
		}
	}
	return out
}

// lastWord is the last word of a sentence, or -1.
func (s *Scene) lastWord(sent int) int {
	r := s.Doc.Sentences[sent]
	w := r.Last - 1
	if !s.word[w] {
		w = s.PrevWord(w)
	}
	if w < r.First {
		return -1
	}
	return w
}

// leftEnds lists where a content before the cue may end.
func (v *view) leftEnds(out []int32) []int32 {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	near := 0
	for w := s.PrevWord(v.c); w >= sent.First && w >= v.c-farTokens && len(out) < mostStarts-2; w = s.PrevWord(w) {
		near++
		if near <= 3 || !s.word[w+1] || near <= 2*nearWords && v.under(int(s.TopR[w])) || s.closes(w) {
			out = append(out, int32(w))
		}
	}
	for k := v.sent - 1; k >= 0 && k >= v.sent-2; k-- {
		if w := s.lastWord(k); w >= 0 {
			out = append(out, int32(w))
		}
	}
	return out
}

// leftStarts lists where a content before the cue may begin.
func (v *view) leftStarts(out []int32) []int32 {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	for w := s.PrevWord(v.c); w >= sent.First && w >= v.c-farTokens && len(out) < mostEnds-8; w = s.PrevWord(w) {
		if s.PrevWord(w) < sent.First || !s.word[w-1] || v.under(int(s.TopL[w])) {
			out = append(out, int32(w))
		}
	}
	para := s.Para[v.c]
	for k := v.sent - 1; k >= 0 && k >= v.sent-quotedLimit && len(out) < mostEnds; k-- {
		r := s.Doc.Sentences[k]
		runs := s.outer[r.Last-1] >= 0 && r.Last < len(s.word) && s.outer[r.Last] == s.outer[r.Last-1]
		if !runs && (k < v.sent-moreSents || s.Para[r.First] != para && k < v.sent-1) {
			break
		}
		out = s.appendOpens(out, r.First, r.Last)
	}
	return out
}

// appendOpens adds the first word of the range and those that open quotations.
func (s *Scene) appendOpens(out []int32, first, last int) []int32 {
	w := first
	if !s.word[w] {
		w = s.NextWord(w)
	}
	if w < last {
		out = append(out, int32(w))
	}
	for i := w + 1; i < last && i < w+farTokens && len(out) < mostEnds; i++ {
		if s.word[i] && s.opens(i) {
			out = append(out, int32(i))
		}
	}
	return out
}
