package match

import (
	"iter"

	"onrecord/claims/match/segment"
)

// readAhead yields what documents are to a segment. They are read in a goroutine of
// its own, some way ahead, so that the reading of an archive and the building of its
// index take two processors.
func readAhead(docs iter.Seq2[Doc, error]) iter.Seq2[*segment.Doc, error] {
	const size, batches = 512, 4
	type batch struct {
		entries []*segment.Doc
		err     error
	}
	return func(yield func(*segment.Doc, error) bool) {
		read, enough, ended := make(chan batch, batches), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(ended)
			defer close(read)
			var b batch
			send := func() bool {
				select {
				case read <- b:
					b.entries = nil
					return true
				case <-enough:
					return false
				}
			}
			for d, err := range docs {
				if b.err = err; err == nil {
					b.entries = append(b.entries, d.entry())
				}
				if (err != nil || len(b.entries) == size) && !send() || err != nil {
					return
				}
			}
			send()
		}()
		defer func() {
			close(enough)
			<-ended // nobody reads any more once the index is done
		}()
		for b := range read {
			for _, e := range b.entries {
				if !yield(e, nil) {
					return
				}
			}
			if b.err != nil {
				yield(nil, b.err)
				return
			}
		}
	}
}
