package match

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// filter finds for each segment the documents that the query allows: nil
// where it allows all of them.
func (v *view) filter(q *Query) []bitmap {
	out := make([]bitmap, len(v.segs))
	for i, s := range v.segs {
		var keep bitmap
		if s.dead != nil {
			keep = all(s.Docs())
			keep.without(s.dead)
		}
		for _, f := range q.Filters {
			passed := f.passed(s.Segment, q.Today)
			if f.Not {
				rest := all(s.Docs())
				rest.without(passed)
				passed = rest
			}
			keep = keep.and(passed)
		}
		for _, w := range q.Without {
			if keep == nil {
				keep = all(s.Docs())
			}
			keep.without(holding(s.Segment, w))
		}
		out[i] = keep
	}
	return out
}

// passed finds the documents that pass the filter.
func (f *Filter) passed(s *segment.Segment, today claims.Date) bitmap {
	switch f.Field {
	case After, Before:
		return f.dated(s)
	case ByDue:
		return f.due(s, today)
	}
	out := newBitmap(s.Docs())
	for value := range strings.SplitSeq(f.Value, ",") {
		switch f.Field {
		case BySpeaker:
			out.add(named(s, segment.Name, value))
		case ByOutlet:
			out.add(named(s, segment.Outlet, value))
		case ByTag:
			out.add(named(s, segment.Tag, value))
		case ByKind:
			out.add(ofKind(s, value))
		default:
			out.add(known(s, string(f.Field), value))
		}
	}
	return out
}

// add takes in what o holds.
func (b bitmap) add(o bitmap) {
	for i := range b {
		b[i] |= o[i]
	}
}

// named finds the documents that have every word of the value in a field: as
// it is written, begun, or where there is no such word, with slips.
func named(s *segment.Segment, field segment.Field, value string) bitmap {
	out := all(s.Docs())
	for _, w := range words.Split(value) {
		var these []uint32
		keep := func(word uint32) {
			if s.Field(word) == field {
				these = append(these, word)
			}
		}
		s.Prefix(w.Text, keep)
		for slips := 1; len(these) == 0 && slips <= words.Slips(len(w.Text)); slips++ {
			s.Near(w.Text, slips, func(word uint32, _ int) { keep(word) })
		}
		out = out.and(holdingAny(s, these))
	}
	return out
}

// ofKind finds the documents of a kind of record or of quoting.
func ofKind(s *segment.Segment, value string) bitmap {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	name := nearest(value, names)
	if name == "" {
		return known(s, metaQuoting, value)
	}
	kind, out := kindByte(claims.Kind(name)), newBitmap(s.Docs())
	for doc := range uint32(s.Docs()) {
		if s.Kind(doc) == kind {
			out.set(doc)
		}
	}
	return out
}

// known finds the documents of which something is known: a class, a verdict.
func known(s *segment.Segment, field, value string) bitmap {
	var names []string
	s.MetaPrefix(field+":", func(word uint32) { names = append(names, string(s.Word(word))[len(field)+1:]) })
	name := nearest(value, names)
	if w, ok := s.MetaWord(field + ":" + name); ok && name != "" {
		return holdingAny(s, []uint32{w})
	}
	if words.Fold(value) == knownNone {
		return unknown(s, field)
	}
	return newBitmap(s.Docs())
}

// knownNone stands for what is not known yet: "verdict:none" finds the claims
// that nobody has judged.
const knownNone = "none"

// unknown finds the claims, and for a class the statements too, of which
// nothing is known in the field.
func unknown(s *segment.Segment, field string) bitmap {
	var these []uint32
	s.MetaPrefix(field+":", func(word uint32) { these = append(these, word) })
	out := ofKind(s, string(claims.KindClaim))
	if field == string(ByClass) {
		out.add(ofKind(s, string(claims.KindStatement)))
	}
	out.without(holdingAny(s, these))
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

// holding finds the documents that hold all of the words, one after the other
// where there are several.
func holding(s *segment.Segment, texts []string) bitmap {
	out := all(s.Docs())
	for _, t := range texts {
		var these []uint32
		s.Exact(t, func(w uint32) { these = append(these, w) })
		out = out.and(holdingAny(s, these))
	}
	if len(texts) < 2 {
		return out
	}
	var order []uint32
	out.each(func(doc uint32) bool {
		order = s.Order(doc, order[:0])
		if !inOrder(s, order, texts) {
			out.clear(doc)
		}
		return true
	})
	return out
}

// inOrder reports whether the words stand in the document one after the other.
func inOrder(s *segment.Segment, order []uint32, texts []string) bool {
next:
	for i := 0; i+len(texts) <= len(order); i++ {
		for k, t := range texts {
			if string(s.Word(order[i+k])) != t {
				continue next
			}
		}
		return true
	}
	return false
}
