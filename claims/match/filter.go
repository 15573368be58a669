package match

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// sieve finds the documents of one segment that a query allows.
type sieve struct {
	part    *part
	work    *work
	today   claims.Date
	holding map[uint32]bitmap // for each word that was looked up already its documents
	kinds   map[byte]bitmap
	barred  []phrase // what must not be there and is still to be looked for
}

// filter finds for each segment the documents that the query allows: nil
// where it allows all of them. Phrases that are too frequent to be looked for
// in advance are left to be looked for in each document that is found.
func (v *view) filter(q *Query, w *work) (allowed []bitmap, barred [][]phrase) {
	allowed, barred = make([]bitmap, len(v.segs)), make([][]phrase, len(v.segs))
	for i, p := range v.segs {
		s := sieve{part: p, work: w, today: q.Today, holding: map[uint32]bitmap{}, kinds: map[byte]bitmap{}}
		allowed[i] = s.sift(q)
		barred[i] = s.barred
	}
	return allowed, barred
}

func (s *sieve) sift(q *Query) (keep bitmap) {
	if s.part.dead != nil {
		keep = all(s.part.Docs())
		keep.without(s.part.dead)
	}
	for _, f := range q.Filters {
		passed := s.passed(&f)
		if f.Not {
			rest := all(s.part.Docs())
			rest.without(passed)
			passed = rest
		}
		s.work.do(sweeping, len(passed))
		keep = keep.and(passed)
	}
	if len(q.Without) > 0 && keep == nil {
		keep = all(s.part.Docs())
	}
	s.exclude(q.Without, keep)
	return keep
}

// passed finds the documents that pass the filter.
func (s *sieve) passed(f *Filter) bitmap {
	switch f.Field {
	case After, Before:
		return f.dated(s.part.Segment)
	case ByDue:
		return f.due(s.part.Segment, s.today)
	}
	out := s.none()
	for value := range strings.SplitSeq(f.Value, ",") {
		switch f.Field {
		case BySpeaker:
			out.add(s.named(segment.Name, value))
		case ByOutlet:
			out.add(s.named(segment.Outlet, value))
		case ByTag:
			out.add(s.named(segment.Tag, value))
		case ByKind:
			out.add(s.ofKind(value))
		default:
			out.add(s.known(string(f.Field), value))
		}
	}
	return out
}

func (s *sieve) none() bitmap { return newBitmap(s.part.Docs()) }

// named finds the documents that have every word of the value in a field: as
// it is written, begun, or where there is no such word, with slips.
func (s *sieve) named(field segment.Field, value string) bitmap {
	var out bitmap
	for _, w := range words.Split(value) {
		out = out.and(s.holdingAny(s.namesLike(field, w.Text)))
	}
	if out == nil {
		return all(s.part.Docs())
	}
	return out
}

func (s *sieve) namesLike(field segment.Field, typed string) (these []uint32) {
	keep := func(word uint32) {
		s.work.do(spelling, 1)
		if s.part.Field(word) == field {
			these = append(these, word)
		}
	}
	s.part.Prefix(typed, keep)
	for slips := 1; len(these) == 0 && slips <= words.Slips(len(typed)) && !s.work.over(CutGuesses); slips++ {
		s.work.through(s.part.Near(typed, slips, func(word uint32, _ int) { keep(word) }))
	}
	return these
}

// ofKind finds the documents of a kind of record or of quoting.
func (s *sieve) ofKind(value string) bitmap {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	name := nearest(value, names)
	if name == "" {
		return s.known(metaQuoting, value)
	}
	kind := kindByte(claims.Kind(name))
	if have, ok := s.kinds[kind]; ok {
		return have
	}
	out := s.none()
	s.work.do(listing, s.part.Docs())
	for doc := range uint32(s.part.Docs()) { // #nosec G115 -- documents are numbered with 32 bits
		if s.part.Kind(doc) == kind {
			out.set(doc)
		}
	}
	s.kinds[kind] = out
	return out
}

// known finds the documents of which something is known: a class, a verdict.
func (s *sieve) known(field, value string) bitmap {
	var names []string
	s.part.MetaPrefix(field+":", func(word uint32) { names = append(names, string(s.part.Word(word))[len(field)+1:]) })
	name := nearest(value, names)
	if w, ok := s.part.MetaWord(field + ":" + name); ok && name != "" {
		return s.holdingAny([]uint32{w})
	}
	if words.Fold(value) == knownNone {
		return s.unknown(field)
	}
	return s.none()
}

// knownNone stands for what is not known yet: "verdict:none" finds the claims
// that nobody has judged.
const knownNone = "none"

// unknown finds the claims, and for a class the statements too, of which
// nothing is known in the field.
func (s *sieve) unknown(field string) bitmap {
	var these []uint32
	s.part.MetaPrefix(field+":", func(word uint32) { these = append(these, word) })
	out := slices.Clone(s.ofKind(string(claims.KindClaim)))
	if field == string(ByClass) {
		out.add(s.ofKind(string(claims.KindStatement)))
	}
	out.without(s.holdingAny(these))
	return out
}

// nearest gives the name that is meant: the same, begun, in the plural or
// with a slip; "" where there is none.
func nearest(typed string, names []string) string {
	typed = words.Fold(typed)
	if typed == "" {
		return ""
	}
	singular, _ := strings.CutSuffix(typed, "s")
	for _, n := range names {
		if n == typed || n == singular {
			return n
		}
	}
	for _, n := range names {
		if strings.HasPrefix(n, typed) {
			return n
		}
	}
	speller := words.NewSpeller(clip(typed, words.MaxLen))
	for _, n := range names {
		if len(typed) >= 4 && speller.Distance(n) <= words.Slips(len(typed)) {
			return n
		}
	}
	return ""
}

// holdingAny finds the documents with any of the words. The result may be
// that of an earlier call: it is not to be changed.
func (s *sieve) holdingAny(these []uint32) bitmap {
	if len(these) == 1 {
		if have, ok := s.holding[these[0]]; ok {
			return have
		}
	}
	for _, w := range these {
		s.work.do(opening, 1)
		s.work.do(listing, s.part.Segment.Freq(w))
	}
	out := holdingAny(s.part.Segment, these)
	if len(these) == 1 {
		s.holding[these[0]] = out
	}
	return out
}

// holdingAny finds the documents with any of the words.
func holdingAny(s *segment.Segment, these []uint32) bitmap {
	out := newBitmap(s.Docs())
	var p segment.Postings
	for _, w := range these {
		p.Reset(s, w)
		for block := p.Next(); len(block) > 0; block = p.Next() {
			for _, doc := range block {
				out.set(doc)
			}
		}
	}
	return out
}
