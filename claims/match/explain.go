package match

import (
	"slices"

	"onrecord/claims/match/segment"
)

// partNames are the words for the parts of a document.
var partNames = [...]string{
	segment.Body: "text", segment.Title: "title", segment.Context: "context", segment.Name: "speaker",
	segment.Outlet: "outlet", segment.Tag: "tag", segment.Meta: "record",
}

// explain fills in why each hit stands where it stands.
func (s *searcher) explain(all []found, hits []Hit) {
	for i, f := range all {
		if f.pasted {
			hits[i].Why = s.runReasons(f)
		} else if f.read < len(s.readings) {
			s.use(f.read, f.read+1)
			s.mark(f.seg)
			hits[i].Why = s.reasons(f)
			s.unmark()
		}
	}
}

// reasons tells what every term of the best reading found.
func (s *searcher) reasons(f found) []Reason {
	seg := s.view.segs[f.seg]
	s.collect(seg, f.doc)
	r := &s.readings[f.read]
	_, end := r.align(s.matches)
	out := make([]Reason, 0, len(r.terms))
	for _, t := range r.terms {
		out = append(out, Reason{Typed: s.terms[t].text, How: Missing, Weight: r.share[t]})
	}
	for _, m := range s.trace(end) {
		o := &out[r.place[m.term]]
		o.Found, o.How, o.Field = string(seg.Word(m.word)), m.how, partNames[m.field]
		o.Given = m.best * r.prior
		if m.before >= 0 {
			o.Given -= s.matches[m.before].best * r.prior
		}
	}
	return out
}

// trace lists the matches of the alignment that ends with the given one, in
// the order of the document.
func (s *searcher) trace(end int) []match {
	var out []match
	for i := end; i >= 0; i = int(s.matches[i].before) {
		out = append(out, s.matches[i])
	}
	slices.Reverse(out)
	return out
}
