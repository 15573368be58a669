package segment

// AddAll adds every document of a segment for which keep reports true, in its
// order.
func (b *Builder) AddAll(s *Segment, keep func(doc uint32) bool) {
	known := make([]uint32, s.Words()) // number here + 1
	gaps := b.gaps.of(s)
	var order []uint32
	for doc := range uint32(s.Docs()) {
		if !keep(doc) {
			continue
		}
		b.begin(s.Kind(doc), string(s.ID(doc)), s.Date(doc), s.Due(doc))
		order = s.Order(doc, order[:0])
		for _, w := range order {
			if known[w] == 0 {
				known[w] = b.number(place(s.places[w]), s.Word(w)) + 1
			}
			b.put(known[w] - 1)
		}
		for _, joint := range s.Joints(doc) {
			b.joints = append(b.joints, joint&Capital|gaps[joint&^Capital])
		}
		b.end()
	}
}
