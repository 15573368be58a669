package match

import (
	"maps"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// view is the index at one moment. It never changes.
type view struct {
	segs []*part // the one from the file first, where there is one
	docs int     // documents that are there
	seq  uint64
	file bool // the first segment is the one in the file
}

// part is a segment with what is known of its documents that are no more.
type part struct {
	*segment.Segment
	dead  bitmap            // nil for none
	gone  map[uint32]uint32 // for each word the dead documents that hold it
	light bitmap            // words that say little by themselves
}

// newPart counts what the dead documents, nil for none, take away.
func newPart(s *segment.Segment, dead bitmap) *part {
	p := &part{Segment: s, light: lightOf(s)}
	if dead == nil {
		return p
	}
	p.dead, p.gone = newBitmap(s.Docs()), map[uint32]uint32{}
	dead.each(func(doc uint32) bool {
		p.kill(doc)
		return true
	})
	return p
}

// lightOf finds the words of a segment that say little by themselves: from its
// own words where they are few, as in a single text whose letters are marked.
func lightOf(s *segment.Segment) bitmap {
	const few = 1000
	out := newBitmap(s.Words())
	if n := s.Words(); n < few {
		for w := range uint32(n) { // #nosec G115 -- few
			if s.Field(w) != segment.Meta && words.Function(string(s.Word(w))) {
				out.set(w)
			}
		}
		return out
	}
	words.FunctionWords(func(word string) { s.Exact(word, out.set) })
	return out
}

// Freq is how many documents that are there hold the word.
func (p *part) Freq(word uint32) int { return p.Segment.Freq(word) - int(p.gone[word]) }

// alive reports whether a document is still there.
func (p *part) alive(doc uint32) bool { return p.dead == nil || !p.dead.has(doc) }

// living is the number of documents that are there.
func (p *part) living() int { return p.Docs() - p.dead.count() }

// clone gives a part in which documents can be marked as gone.
func (p *part) clone() *part {
	out := &part{Segment: p.Segment, dead: newBitmap(p.Docs()), gone: maps.Clone(p.gone), light: p.light}
	copy(out.dead, p.dead)
	if out.gone == nil {
		out.gone = map[uint32]uint32{}
	}
	return out
}

// kill marks a document as gone.
func (p *part) kill(doc uint32) {
	p.dead.set(doc)
	seen := map[uint32]bool{}
	for _, w := range p.Order(doc, nil) {
		if !seen[w] {
			seen[w] = true
			p.gone[w]++
		}
	}
}

// newView makes a view of the parts.
func newView(seq uint64, file bool, parts ...*part) *view {
	v := &view{segs: parts, seq: seq, file: file}
	for _, p := range parts {
		v.docs += p.living()
	}
	return v
}

// find gives the living document with the key.
func (v *view) find(key claims.Key) (p *part, doc uint32, ok bool) {
	for _, p := range v.segs {
		if doc, ok := p.Find(kindByte(key.Kind), string(key.ID)); ok && p.alive(doc) {
			return p, doc, true
		}
	}
	return nil, 0, false
}

// merge makes one segment of those from the given one on.
func (v *view) merge(from int, info segment.Info) (*segment.Segment, error) {
	b := segment.NewBuilder()
	for _, p := range v.segs[from:] {
		b.AddAll(p.Segment, p.alive)
	}
	return b.Build(info)
}
