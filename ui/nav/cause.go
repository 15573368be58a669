package nav

import (
	"errors"

	"onrecord/claims"
	"onrecord/ui/kit"
)

// Cause puts an error that another one tells of into the language of the window:
// those of the archive and the usual ones of systems and networks. Others stay in
// the words that they come in.
func Cause(err error) string {
	var e *claims.Error
	var s *claims.Sentence
	switch {
	case errors.As(err, &e):
		return about(e)
	case errors.As(err, &s):
		return Say(s)
	}
	return kit.CauseWords(err)
}
