package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ID names a record. The program mints ULIDs; identifiers that come from
// elsewhere are kept as they are.
type ID string

// MaxID is the longest identifier, in bytes.
const MaxID = 200

// Check tells why the identifier cannot be used.
func (id ID) Check() error {
	switch {
	case id == "":
		return Invalid("id", Say("error.missing", "is missing"))
	case len(id) > MaxID:
		return Invalid("id", Say("error.longerThanBytes", "is longer than %d bytes", MaxID))
	case !utf8.ValidString(string(id)) || strings.ContainsFunc(string(id), unicode.IsControl):
		return Invalid("id", Say("error.holdsCharactersCannot", "holds characters that cannot be shown"))
	}
	return nil
}

// Kind is a kind of record in the archive.
type Kind string

// The kinds of records.
const (
	KindArticle   Kind = "article"
	KindStatement Kind = "statement"
	KindSpeaker   Kind = "speaker"
	KindClaim     Kind = "claim"
	KindOutcome   Kind = "outcome"
	KindScale     Kind = "scale"
	KindSearch    Kind = "search" // a saved search
)

// Kinds lists every kind, those that others refer to first: the order in
// which a dump writes them and a load needs them.
var Kinds = []Kind{KindScale, KindSpeaker, KindArticle, KindStatement, KindClaim, KindOutcome, KindSearch}

// Key names one record of one kind.
type Key struct {
	Kind Kind `json:"kind"`
	ID   ID   `json:"id"`
}

// Record is what the archive keeps: a value with a key and rules of its own.
// References to other records are checked where the others can be seen, in
// the store.
type Record interface {
	Key() Key
	// Check tells which field breaks which rule.
	Check() error
	// Refs lists the records that this one cannot do without.
	Refs() []Key
}

// New returns an empty record of the kind, as a pointer to decode into, or
// nil for a kind that does not exist.
func New(kind Kind) Record {
	switch kind {
	case KindArticle:
		return &Article{}
	case KindStatement:
		return &Statement{}
	case KindSpeaker:
		return &Speaker{}
	case KindClaim:
		return &Claim{}
	case KindOutcome:
		return &Outcome{}
	case KindScale:
		return &Scale{}
	case KindSearch:
		return &Search{}
	}
	return nil
}
