package report

import (
	"bytes"
	"cmp"
	"compress/flate"
	"io"
)

// spool keeps, compressed, what is made before its turn to be written. Markup
// takes a twentieth of its length.
type spool struct {
	*flate.Writer
	kept bytes.Buffer
}

func newSpool() *spool {
	s := &spool{}
	s.Writer, _ = flate.NewWriter(&s.kept, flate.BestSpeed) // the only error is a level that does not exist
	return s
}

// copyTo writes what was kept. The spool is empty afterwards.
func (s *spool) copyTo(w io.Writer) error {
	if err := s.Close(); err != nil {
		return err
	}
	in := flate.NewReader(&s.kept)
	_, err := io.Copy(w, in) //nolint:gosec // it was packed by this spool
	return cmp.Or(err, in.Close())
}
