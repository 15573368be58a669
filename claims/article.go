package claims

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Hash is the SHA-256 of some bytes in lower-case hexadecimal: the name under
// which frozen texts, original files and evidence files are kept.
type Hash string

// HashOf names the bytes.
func HashOf(b []byte) Hash {
	sum := sha256.Sum256(b)
	return Hash(hex.EncodeToString(sum[:]))
}

// Article is a text as it was read. The text itself is frozen and kept under
// its hash; a changed text is another Article whose Previous names this one.
type Article struct {
	ID        ID        `json:"id"`
	Title     string    `json:"title,omitempty"`
	Byline    string    `json:"byline,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	URL       string    `json:"url,omitempty"`
	Published Date      `json:"published,omitzero"`
	Modified  Date      `json:"modified,omitzero"`
	Language  string    `json:"language,omitempty"` // BCP 47, such as "en"
	Text      Hash      `json:"text_sha256"`
	Length    int       `json:"length"`             // of the text, in bytes
	Format    string    `json:"format,omitempty"`   // of the file it was read from, such as "html"
	File      string    `json:"file,omitempty"`     // name of that file, without its folder
	Original  Hash      `json:"original,omitempty"` // the file's own bytes, where they are kept
	Read      time.Time `json:"read"`
	Previous  ID        `json:"previous,omitempty"` // the version before this one
	Sample    bool      `json:"sample,omitempty"`   // part of the sample archive
	Tags      []string  `json:"tags,omitempty"`
	Notes     string    `json:"notes,omitempty"`
}

// Key implements Record.
func (a *Article) Key() Key { return Key{KindArticle, a.ID} }

// Refs implements Record.
func (a *Article) Refs() []Key {
	if a.Previous == "" {
		return nil
	}
	return []Key{{KindArticle, a.Previous}}
}

// Check implements Record.
func (a *Article) Check() error {
	if err := a.ID.Check(); err != nil {
		return err
	}
	if len(a.Text) != 2*sha256.Size {
		return Invalid("text_sha256", Say("error.noHash", "is not a SHA-256"))
	}
	if a.Previous == a.ID {
		return Invalid("previous", Say("error.articleCannotBe", "an article cannot be its own earlier version"))
	}
	if err := a.Published.Check(); err != nil {
		return Invalid("published", Because(err))
	}
	return nil
}
