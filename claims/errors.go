package claims

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code is the kind of an error: what a program can act on, beside the
// sentence that a person reads.
type Code string

// The codes. Everything else is an internal fault.
const (
	CodeInvalid  Code = "invalid"   // the input breaks a rule of the domain
	CodeNotFound Code = "not found" // no record has that identifier
	CodeConflict Code = "conflict"  // the record was changed in between, or is in use
	CodeLocked   Code = "locked"    // the archive is open elsewhere
	CodeNewer    Code = "newer"     // the archive was written by a newer version
	CodeDamaged  Code = "damaged"   // the archive or a part of it cannot be trusted
	CodeRefused  Code = "refused"   // the input cannot be read, with the reason
	CodeDisk     Code = "disk"      // the disk is full, read-only or failing
)

// Error is a code for the program and a sentence for a person: what happened
// and, in Advice, what to do about it.
type Error struct {
	Code   Code
	What   string    // the thing: a field, a file, a record
	Reason *Sentence // what is the matter with it
	Advice *Sentence // what to do; may be nil
	Key    Key       // the record that was asked for and is not there; zero for other errors
	Err    error     // the cause; may be nil
}

// Error returns "what: reason. Advice."
func (e *Error) Error() string {
	out := e.Reason.String()
	if e.What != "" {
		out = e.What + ": " + out
	}
	if e.Advice != nil {
		out += ". " + ended(e.Advice.String())
	}
	return out
}

// ended writes words as a sentence with its full stop; a list stays as it is.
func ended(words string) string {
	last, _ := utf8.DecodeLastRuneInString(words)
	if strings.Contains(words, "\n") || !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return words
	}
	return words + "."
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Invalid is an error for a field that breaks a rule.
func Invalid(field string, reason *Sentence) error {
	return &Error{Code: CodeInvalid, What: field, Reason: reason}
}

// NotFound is an error for an identifier that no record has.
func NotFound(key Key) error {
	return &Error{Code: CodeNotFound, What: string(key.Kind), Reason: Say("error.nothingHasIdentifier", "nothing has the identifier %q", key.ID), Key: key}
}

// Refused is an error for an input that cannot be read.
func Refused(what string, reason *Sentence) error {
	return &Error{Code: CodeRefused, What: what, Reason: reason}
}

// CodeOf gives the code of an error, or "" for an internal fault.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
