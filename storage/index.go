package storage

import (
	"fmt"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// valueKind is what the value of an index is.
type valueKind int

const (
	noValue   valueKind = iota
	textValue           // a text, ended by a zero byte
	idValue             // an identifier
	wordValue           // a text, most often one of a few; see indexwords.go
)

// order is what rows of one value are sorted by before their identifier.
type order int

// The orders, and the bytes they take in a key.
const (
	noOrder           order = 0
	confidenceOrder   order = 2
	dayOrder          order = 4
	positionOrder     order = 5 // as dayOrder, but no date
	timeOrder         order = instantSize
	positionOrderSize       = 4
)

func (o order) size() int {
	if o == positionOrder {
		return positionOrderSize
	}
	return int(o)
}

// index describes one order in which records of a kind can be listed. Its keys
// are <value><order><id>.
type index struct {
	kind    claims.Kind
	name    desk.Index
	value   valueKind
	order   order
	counted bool // the rows of each value are counted
	inner   bool // no one lists by it: it answers who refers to a record

	bucket []byte // "statement/speaker"
	number int    // position in allIndexes
}

// Indexes for references that no screen lists by.
const (
	byPrevious desk.Index = "previous" // article by the version before it
	byOuter    desk.Index = "outer"    // statement by the one it is told in
	byRests    desk.Index = "rests"    // claim by the outcomes that its verdicts rest on
	byExcerpt  desk.Index = "excerpt"  // outcome by the articles that are its evidence
	byQuoted   desk.Index = "quoted"   // outcome by the statements that are its evidence
)

// allIndexes is every index of an archive.
var allIndexes = number([]*index{
	{kind: claims.KindArticle, name: desk.ByDate, order: dayOrder},
	{kind: claims.KindArticle, name: desk.ByTitle, value: textValue},
	{kind: claims.KindArticle, name: desk.ByHash, value: textValue},
	{kind: claims.KindArticle, name: desk.ByURL, value: textValue},
	{kind: claims.KindArticle, name: desk.ByOutlet, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindArticle, name: desk.ByTag, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindArticle, name: byPrevious, value: idValue, inner: true},

	{kind: claims.KindStatement, name: desk.ByDate, order: dayOrder},
	{kind: claims.KindStatement, name: desk.ByArticle, value: idValue, order: positionOrder, counted: true},
	{kind: claims.KindStatement, name: desk.BySpeaker, value: idValue, order: dayOrder, counted: true},
	{kind: claims.KindStatement, name: desk.ByClass, value: wordValue, order: dayOrder, counted: true},
	{kind: claims.KindStatement, name: desk.ByReview, value: wordValue, order: confidenceOrder, counted: true},
	{kind: claims.KindStatement, name: desk.ByRule, value: wordValue, counted: true},
	{kind: claims.KindStatement, name: desk.ByTag, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindStatement, name: byOuter, value: idValue, inner: true},

	{kind: claims.KindSpeaker, name: desk.ByTitle, value: textValue},
	{kind: claims.KindSpeaker, name: desk.ByName, value: textValue},
	{kind: claims.KindSpeaker, name: desk.ByTag, value: textValue, counted: true},

	{kind: claims.KindClaim, name: desk.ByDate, order: dayOrder},
	{kind: claims.KindClaim, name: desk.ByTitle, value: textValue},
	{kind: claims.KindClaim, name: desk.BySpeaker, value: idValue, order: dayOrder, counted: true},
	{kind: claims.KindClaim, name: desk.ByClass, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindClaim, name: desk.ByTag, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindClaim, name: desk.ByDue, order: dayOrder},
	{kind: claims.KindClaim, name: desk.ByVerdict, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindClaim, name: desk.ByChecked, order: timeOrder},
	{kind: claims.KindClaim, name: desk.ByStatement, value: idValue, order: dayOrder},
	{kind: claims.KindClaim, name: byRests, value: idValue, inner: true},

	{kind: claims.KindOutcome, name: desk.ByDate, order: dayOrder},
	{kind: claims.KindOutcome, name: desk.ByTag, value: textValue, order: dayOrder, counted: true},
	{kind: claims.KindOutcome, name: desk.ByClaim, value: idValue, order: dayOrder},
	{kind: claims.KindOutcome, name: byExcerpt, value: idValue, inner: true},
	{kind: claims.KindOutcome, name: byQuoted, value: idValue, inner: true},
})

type indexName struct {
	kind claims.Kind
	name desk.Index
}

var indexByName = map[indexName]*index{}

func number(all []*index) []*index {
	for i, x := range all {
		x.number = i
		x.bucket = []byte(string(x.kind) + "/" + string(x.name))
	}
	return all
}

func init() {
	for _, x := range allIndexes {
		indexByName[indexName{x.kind, x.name}] = x
	}
}

// findIndex gives the index that a query names.
func findIndex(kind claims.Kind, name desk.Index) (*index, error) {
	if claims.New(kind) == nil {
		return nil, claims.Invalid("kind", claims.Plain(fmt.Sprintf("there is no kind of records %q", kind)))
	}
	x := indexByName[indexName{kind, name}]
	if x == nil || x.inner {
		return nil, claims.Invalid("index", claims.Plain(fmt.Sprintf("%s cannot be listed by %s", kind, name)))
	}
	return x, nil
}

// cutValue splits the bytes of the value from the rest of a key.
func (x *index) cutValue(key []byte) (value, rest []byte, ok bool) {
	n := 0
	switch x.value {
	case textValue:
		_, tail, found := cutText(key)
		n, ok = len(key)-len(tail), found
	case wordValue:
		_, tail, found := cutWord(key)
		n, ok = len(key)-len(tail), found
	case idValue:
		n = idLen(key)
		ok = n > 0
	case noValue:
		ok = true
	}
	if !ok || len(key)-n < x.order.size() {
		return nil, nil, false
	}
	return key[:n], key[n:], true
}

// splitKey takes a key of the index apart.
func (x *index) splitKey(key []byte) (value, order, id []byte, ok bool) {
	value, rest, ok := x.cutValue(key)
	if !ok {
		return nil, nil, nil, false
	}
	order, id = rest[:x.order.size()], rest[x.order.size():]
	return value, order, id, len(id) > 1 && idLen(id) == len(id)
}

// readValue gives the value of a key as Facets shows it.
func (x *index) readValue(value []byte) string {
	switch x.value {
	case textValue:
		s, _, _ := cutText(value)
		return s
	case wordValue:
		s, _, _ := cutWord(value)
		return s
	case idValue:
		id, _, _ := cutID(value)
		return string(id)
	case noValue:
	}
	return ""
}

// appendValue writes the value that a query asks for.
func (x *index) appendValue(key []byte, value string) []byte {
	switch x.value {
	case textValue:
		return appendText(key, foldValue(x.name, value))
	case wordValue:
		return appendWord(key, value)
	case idValue:
		return appendID(key, claims.ID(value))
	case noValue:
	}
	return key
}
