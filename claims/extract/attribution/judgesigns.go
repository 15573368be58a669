package attribution

import "strings"

// judgeSigns describes how an attribution is built.
func (v *view) judgeSigns(b *bag, f *Found) []uint32 {
	s := v.s
	b.reset(seedJudge)
	form, kind, source := v.form(f), v.cueKind(), v.sourceKind(f)
	b.add(1)
	b.one(2, form)
	b.one(3, kind)
	b.one(4, source)
	b.two(5, form, kind)
	b.two(6, source, kind)
	b.one(7, level(f.Bounds))
	words := 0
	for _, st := range f.Content {
		words += st.Last - st.First + 1
	}
	b.one(8, uint32(min(words, 4)))
	if s.Para[v.c] == 0 {
		b.two(9, kind, form)
	}
	if s.outer[v.c] >= 0 {
		b.one(10, form)
	}
	b.two(11, form, level(f.Cued))
	b.one(12, level(f.Cued))
	if len(f.Content) == 2 {
		b.one(13, form)
	}
	cue := &s.hash[v.c]
	b.one(14, cue.lemma)
	b.two(15, cue.lemma, form)
	b.two(16, cue.rel, kind)
	b.two(17, level(f.Sourced), source)
	b.two(18, v.state, kind)
	b.two(19, cue.sense, form)
	b.three(21, cue.use, kind, form)
	b.one(20, uint32(int(v.o.odds[v.c]*2)+40))
	v.mannerSigns(b, form, kind)
	v.partSigns(b, f, form, kind)
	if form <= 2 {
		v.markSigns(b, f, form, kind)
	}
	return b.idx
}

// mannerSigns describes in which form the cue stands: deeds are told in other
// tenses and frames than words.
func (v *view) mannerSigns(b *bag, form, kind uint32) {
	s := v.s
	cue := &s.hash[v.c]
	manner := uint32(0)
	for _, k := range s.Kids(v.c) {
		switch t := &s.Doc.Tokens[k]; {
		case t.Rel == "aux:pass":
			manner |= 1
		case t.Tag == "MD":
			manner |= 2
		case t.Tag == "TO":
			manner |= 4
		case t.Rel == "aux":
			manner |= 8
		case t.Rel == "nsubj":
			manner |= 16
		case t.Rel == "mark":
			manner |= 32
		case t.Lower == "not" || t.Lower == "n't" || t.Lower == "never":
			manner |= 64
		}
	}
	b.two(30, cue.tag, form)
	b.three(31, manner, cue.tag, form)
	b.three(32, manner, cue.tag, kind)
	after, afterTag := v.outside(v.c + 1)
	b.two(33, after, form)
	b.three(34, afterTag, form, kind)
}

// partSigns describes the words of the content and the source that govern the
// others.
func (v *view) partSigns(b *bag, f *Found, form, kind uint32) {
	s := v.s
	cue := &s.hash[v.c]
	st := f.Content[len(f.Content)-1]
	top := s.topOf(st)
	word, place := &s.hash[top], v.place(top)
	b.two(40, s.hash[st.First].lower, form)
	b.three(41, place, word.rel, kind)
	b.three(42, place, word.rel, cue.lemma)
	b.three(43, word.kind, form, kind)
	b.two(44, word.kind, cue.lemma)
	b.two(45, word.lemma, form)
	if t := v.tail(st.First, st.Last); t.first != 0 {
		b.two(55, t.first, form)
		b.three(56, t.place, t.rel, form)
	}
	if rel, first := v.ownIn(st.First, st.Last); rel != 0 {
		b.three(57, rel, first, form)
		b.two(58, rel, kind)
	}
	if k := int(s.clauseL[st.Last]); k > st.First {
		top := int(s.TopL[k])
		b.three(59, s.hash[k].lower, v.place(top), form)
		b.three(60, s.hash[k].lower, s.subject(top), form)
	}
	b.three(61, cue.rel, form, v.sourceKind(f))
	b.two(62, cue.lemma, v.sourceKind(f))
	if h := s.Doc.Tokens[v.c].Head; h >= 0 {
		b.three(63, s.hash[h].tag, cue.rel, form)
	}
	if !f.HasSource {
		return
	}
	from := &s.hash[s.topOf(f.Source)]
	side := uint32(0)
	if f.Source.First > v.c {
		side = 1
	}
	b.two(46, from.kind, kind)
	b.two(47, from.lemma, form)
	b.three(48, side, from.rel, form)
	b.three(49, from.kind, cue.lemma, form)
}

// markSigns describes the first quotation of the content: somebody's words, or
// only a term, a name or a title.
func (v *view) markSigns(b *bag, f *Found, form, kind uint32) {
	s := v.s
	for _, st := range f.Content {
		for i := st.First; i <= st.Last && i < st.First+farTokens; i++ {
			if q := s.outer[i]; q >= 0 && q != s.outer[v.c] {
				size, signs := s.wordsIn(q)
				before := uint32(0)
				if first := int(s.Quote[q].First); first > 0 && s.Doc.Tokens[first-1].Sent == v.sent {
					before = s.hash[first-1].tag
				}
				b.three(50, size, signs, form)
				b.three(51, size, kind, form)
				b.three(52, signs, before, size)
				b.three(53, before, s.hash[v.c].lemma, size)
				b.three(54, s.quotationsIn(st.First, st.Last, s.outer[v.c]), size, form)
				return
			}
		}
	}
}

// wordsIn tells how many words a quotation has, coarsely, and in three bits
// whether all of them are capitalised, whether one is a finite verb and whether
// it ends as a sentence does.
func (s *Scene) wordsIn(q int32) (size, signs uint32) {
	const capital, short = 2, 3
	signs = 1
	m := s.Quote[q]
	n := 0
	for i := int(m.First); i <= int(m.Last) && i < int(m.First)+farTokens; i++ {
		t := &s.Doc.Tokens[i]
		if !s.word[i] {
			continue
		}
		n++
		if s.hash[i].shape != capital && len(t.Word) > short {
			signs &^= 1
		}
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			signs |= 2
		}
	}
	if m.Last > m.First {
		switch s.Doc.Tokens[m.Last-1].Word {
		case ".", "!", "?":
			signs |= 4
		}
	}
	return bucket(n), signs
}

// topOf is the word of a stretch that governs its others: the first one whose
// head lies outside.
func (s *Scene) topOf(st Stretch) int {
	for i := st.First; i <= st.Last && i < st.First+farTokens; i++ {
		if h := s.Doc.Tokens[i].Head; s.word[i] && (h < st.First || h > st.Last) {
			return i
		}
	}
	return st.First
}

// form tells what the content is made of: words in quotation marks, a clause,
// an infinitive, a noun phrase.
func (v *view) form(f *Found) uint32 {
	s := v.s
	quotes := false
	for _, st := range f.Content {
		switch v.quoteShape(st.First, st.Last) {
		case 2, 3, 4:
			return 1
		case 5, 6, 7, 8:
			quotes = true
		}
		for i := st.First; i <= st.Last && i < st.First+farTokens && !quotes; i++ {
			quotes = quotes || s.outer[i] >= 0 && s.outer[i] != s.outer[v.c]
		}
	}
	if quotes {
		return 2
	}
	st := f.Content[len(f.Content)-1]
	if s.Doc.Tokens[st.First].Tag == "TO" {
		return 3
	}
	for i := st.First; i <= st.Last && i < st.First+farTokens; i++ {
		switch s.Doc.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return 4
		}
	}
	if s.Doc.Tokens[st.First].Tag == "VBG" {
		return 5
	}
	return 6
}

// cueKind is what the cue means, coarsely.
func (v *view) cueKind() uint32 {
	t, h := &v.s.Doc.Tokens[v.c], &v.s.hash[v.c]
	switch {
	case t.Lower == "according":
		return 1
	case strings.HasPrefix(t.Tag, "VB"):
		second := h.sense & 63
		switch h.kind {
		case verbCommunication, verbCognition, verbEmotion, verbPerception:
			return h.kind
		}
		if second == verbCommunication {
			return 2
		}
		return 3
	case strings.HasPrefix(t.Tag, "NN"):
		return 4
	case !v.s.word[v.c]:
		return 5
	}
	return 6
}

// sourceKind is what the source is, coarsely.
func (v *view) sourceKind(f *Found) uint32 {
	if !f.HasSource {
		return 0
	}
	s := v.s
	for i := f.Source.First; i <= f.Source.Last; i++ {
		switch s.Doc.Tokens[i].Tag {
		case "NNP", "NNPS":
			return 1
		case "PRP", "PRP$":
			return 2
		case "WP", "WDT":
			return 3
		}
		switch s.hash[i].kind {
		case nounPerson, nounGroup:
			return 4
		}
	}
	return 5
}
