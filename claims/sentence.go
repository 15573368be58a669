package claims

import "fmt"

// Sentence is what the program says to a person, in any of their languages: the
// English, and the key under which assets/translations has the other ones. The
// command line says the English, the window what its language has. A sentence
// is an error, so that it can be the cause of another.
type Sentence struct {
	Key     string // of assets/translations; "" for words that are shown as they are
	English string // pattern of package fmt
	// Args fill in the pattern: names and numbers; records' kinds, classes, other
	// sentences and errors, which have words of their own in each language.
	Args    []any
	Counted bool // Args[0] is a number that decides between singular and plural
}

// Say makes a sentence. Key and pattern must stand there literally: a test reads
// them from the source and looks for the translations.
func Say(key, english string, args ...any) *Sentence {
	return &Sentence{Key: key, English: english, Args: args}
}

// SayN makes a sentence that counts something: n is the first to be filled in, and
// its translations have a singular and plurals.
func SayN(key, english string, n int, args ...any) *Sentence {
	return &Sentence{Key: key, English: english, Args: append([]any{n}, args...), Counted: true}
}

// Plain makes a sentence of words that are shown as they are: another program's, a
// person's, those that were translated before, or what only the command line says.
func Plain(words string) *Sentence {
	if words == "" {
		return nil
	}
	return &Sentence{English: "%s", Args: []any{words}}
}

// Because makes a sentence of the words of an error.
func Because(err error) *Sentence {
	if s, ok := err.(*Sentence); ok { //nolint:errorlint // what wraps a sentence says more than it
		return s
	}
	return &Sentence{English: "%s", Args: []any{err}}
}

// String is the sentence in English; "" for none.
func (s *Sentence) String() string {
	if s == nil {
		return ""
	}
	return fmt.Sprintf(s.English, s.Args...)
}

// Error makes a sentence the cause of an error.
func (s *Sentence) Error() string { return s.String() }

// MarshalText writes a sentence in English.
func (s *Sentence) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Unwrap gives the errors that the sentence tells of.
func (s *Sentence) Unwrap() []error {
	var out []error
	for _, a := range s.Args {
		if err, ok := a.(error); ok {
			out = append(out, err)
		}
	}
	return out
}
