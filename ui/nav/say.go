package nav

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/ui/kit"
)

// Say puts a sentence of the archive into the language of the window; nil is "".
func Say(s *claims.Sentence) string {
	if s == nil {
		return ""
	}
	pattern := s.English
	switch n, counted := count(s); {
	case s.Key == "":
	case counted:
		pattern = lang.LocalizePluralKey(s.Key, s.English, n)
	default:
		pattern = lang.LocalizeKey(s.Key, s.English)
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = sayArg(a)
	}
	return fmt.Sprintf(pattern, args...)
}

// count is the number that decides between the singular and the plurals.
func count(s *claims.Sentence) (n int, counted bool) {
	if !s.Counted {
		return 0, false
	}
	n, counted = s.Args[0].(int)
	return n, counted
}

// sayArg puts what fills in a sentence into the language of the window. Names, and
// what other programs say, stay as they are.
func sayArg(a any) any {
	switch a := a.(type) {
	case *claims.Sentence:
		return Say(a)
	case claims.Kind:
		return Field(string(a))
	case claims.Class:
		return Class(a)
	case claims.Label:
		return ScaleWord(string(a))
	case claims.Date:
		return Date(a)
	case int:
		return number(a)
	case int64:
		return number(a)
	case error:
		return Cause(a)
	}
	return a
}

// number is a number that package fmt writes with its thousands apart.
type number int

// Format implements fmt.Formatter.
func (n number) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, Number(int(n))) }

// Problem puts an error into the words of the window.
func Problem(err error) kit.Problem {
	var e *claims.Error
	if s, ok := err.(*claims.Sentence); ok { //nolint:errorlint // a sentence says more than the error in it
		return kit.Problem{Sentence: whole(Say(s))}
	}
	if !errors.As(err, &e) {
		return unforeseen(err)
	}
	p := kit.Problem{Sentence: sentence(e), Advice: whole(Say(e.Advice))}
	if e.Err != nil {
		p.Details = e.Err.Error()
	}
	if e.Code == claims.CodeLocked {
		p.Sentence = lang.X("problem.locked", "The archive is open in another window or program.")
		p.Advice = lang.X("problem.lockedAdvice", "Close it there and try again.")
		p.Details = e.Error()
	}
	return p
}

// unforeseen is an error that nobody has put into words; those of the system have
// words here.
func unforeseen(err error) kit.Problem {
	words := Cause(err)
	switch words {
	case err.Error():
		return kit.ProblemOf(err)
	case kit.SystemWords(err):
		words = whole(words)
	}
	return kit.Problem{Sentence: ended(words), Details: err.Error()} // begins with the name of a file
}

// sentence is what an error says, as one: "Due: is before the claim was made." The
// name of a file stays as it is.
func sentence(e *claims.Error) string {
	if e.What != "" && e.Code != claims.CodeInvalid && Field(e.What) == e.What {
		return ended(about(e))
	}
	return whole(about(e))
}

// about is what an error says, in the middle of another sentence.
func about(e *claims.Error) string {
	if e.What == "" {
		return Say(e.Reason)
	}
	return Field(e.What) + ": " + Say(e.Reason)
}

// whole makes words begin with a capital and end with a full stop.
func whole(words string) string {
	r := []rune(words)
	if len(r) == 0 {
		return ""
	}
	return ended(strings.ToUpper(string(r[0])) + string(r[1:]))
}

// ended makes words end with a full stop.
func ended(words string) string {
	if strings.HasSuffix(words, ".") || strings.HasSuffix(words, "?") {
		return words
	}
	return words + "."
}
