package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"onrecord/claims"
)

// The open archive format is described in docs/archive-format.md. A file is
// JSON Lines; "type" tells what a line is: the kind of a record, or one of
// these.
const (
	lineArchive = "archive" // the first line
	lineText    = "text"    // a frozen text
	lineBlob    = "blob"    // a file kept by hash
	lineChange  = "change"  // an entry of the journal

	openFormat = 1 // version of the open format
)

// headerLine is the first line of a dump.
type headerLine struct {
	Type    string `json:"type"`
	Format  int    `json:"format"`
	Program string `json:"program"`
	Changes uint64 `json:"changes"` // entries of the journal that follow
}

// blobLine is a text or a file. Data is used for files, and for texts that are
// not UTF-8.
type blobLine struct {
	Type string      `json:"type"`
	Hash claims.Hash `json:"sha256"`
	Text *string     `json:"text,omitempty"`
	Data []byte      `json:"data,omitempty"`
}

// changeLine is an entry of the journal.
type changeLine struct {
	Type   string     `json:"type"`
	Seq    uint64     `json:"seq"`
	At     time.Time  `json:"at"`
	Who    string     `json:"who,omitempty"`
	What   string     `json:"what,omitempty"`
	Undoes uint64     `json:"undoes,omitempty"`
	Edits  []editLine `json:"edits,omitempty"`
}

// editLine is one record of an entry, with what it replaced. Offsets in it
// count bytes: the article may be long gone.
type editLine struct {
	Kind   claims.Kind     `json:"kind"`
	ID     claims.ID       `json:"id"`
	Before json.RawMessage `json:"before,omitempty"`
	Gone   claims.Hash     `json:"gone,omitempty"` // hash of the replaced record where the trash was emptied
}

// offsetsBytes marks a record whose offsets count bytes because they do not fit
// its text: damage is handed on as it is.
const offsetsBytes = "bytes"

// marshal is json.Marshal without escapes for HTML.
func marshal(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// speakerLine is a speaker. The domain calls what kind of source it is its
// type, which is the word for the kind of line here.
type speakerLine struct {
	Type string `json:"type"`
	*claims.Speaker
	Kind claims.SpeakerType `json:"kind"`
}

// recordLine writes a record with its type, and with a mark where its offsets
// count bytes.
func recordLine(r claims.Record, inBytes bool) ([]byte, error) {
	if s, ok := r.(*claims.Speaker); ok {
		return marshal(speakerLine{string(claims.KindSpeaker), s, s.Type})
	}
	fields, err := marshal(r)
	if err != nil {
		return nil, err
	}
	head := fmt.Sprintf(`{"type":%q,`, r.Key().Kind)
	if inBytes {
		head += fmt.Sprintf(`"offsets":%q,`, offsetsBytes)
	}
	return append([]byte(head), fields[1:]...), nil
}

// textOf finds the text of an article, for the conversion of offsets.
type textOf func(claims.ID) (*claims.Runes, string, error)

// toPoints gives a copy of a record whose offsets count code points. ok is
// false where an offset does not fit its text.
func toPoints(r claims.Record, texts textOf) (out claims.Record, ok bool, err error) {
	return convert(r, texts, func(runes *claims.Runes, text string, s claims.Span) (claims.Span, bool) {
		if s.Check(text) != nil {
			return s, false
		}
		return runes.Points(s), true
	})
}

// toBytes gives a copy of a record whose offsets count bytes. ok is false
// where an offset lies outside its text.
func toBytes(r claims.Record, texts textOf) (out claims.Record, ok bool, err error) {
	return convert(r, texts, func(runes *claims.Runes, text string, s claims.Span) (claims.Span, bool) {
		b := runes.Bytes(s)
		return b, s.Start >= 0 && s.Start <= s.End && runes.Points(b) == s
	})
}

type convertSpan func(*claims.Runes, string, claims.Span) (claims.Span, bool)

func convert(r claims.Record, texts textOf, span convertSpan) (out claims.Record, fits bool, err error) {
	fits = true
	out, err = claims.MapSpans(r, func(article claims.ID, from claims.Span) (claims.Span, error) {
		runes, text, err := texts(article)
		if err != nil {
			return from, err
		}
		to, ok := span(runes, text, from)
		fits = fits && ok
		return to, nil
	})
	return out, fits, err
}

// textCache keeps the texts of the articles that were asked for last: a dump
// comes to the statements of an article one after the other.
type textCache struct {
	find  func(claims.ID) (string, error)
	texts map[claims.ID]cachedText
	order []claims.ID
}

type cachedText struct {
	runes *claims.Runes
	text  string
}

const cachedTexts = 64

func newTextCache(find func(claims.ID) (string, error)) *textCache {
	return &textCache{find: find, texts: map[claims.ID]cachedText{}}
}

func (c *textCache) get(id claims.ID) (*claims.Runes, string, error) {
	if t, ok := c.texts[id]; ok {
		return t.runes, t.text, nil
	}
	text, err := c.find(id)
	if err != nil {
		return nil, "", err
	}
	if len(c.order) == cachedTexts {
		delete(c.texts, c.order[0])
		c.order = c.order[1:]
	}
	t := cachedText{claims.NewRunes(text), text}
	c.texts[id], c.order = t, append(c.order, id)
	return t.runes, t.text, nil
}

// articleText is the frozen text of an article.
func (t *txn) articleText(id claims.ID) (string, error) {
	r, err := t.get(claims.Key{Kind: claims.KindArticle, ID: id})
	if err != nil {
		return "", err
	}
	b, err := t.blob(r.(*claims.Article).Text)
	return string(b), err
}
