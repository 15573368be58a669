package storage

import (
	"bytes"
	"context"
	"sync"

	"github.com/klauspost/compress/zstd"

	"onrecord/claims"
)

// A text or file is stored as one byte that tells how, and its bytes.
const (
	blobRaw  = 0
	blobZstd = 1
)

// maxBlob is the largest file that is unpacked: what a damaged or malicious
// file can make the program allocate.
const maxBlob = 1 << 30

var (
	compressor   = sync.OnceValue(func() *zstd.Encoder { return must(zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))) })
	decompressor = sync.OnceValue(func() *zstd.Decoder {
		return must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(maxBlob)))
	})
)

// squeeze gives the stored form of a text or file: compressed where that saves
// something.
func squeeze(b []byte) []byte {
	out := compressor().EncodeAll(b, append(make([]byte, 0, len(b)/2+64), blobZstd))
	if len(out) > len(b) {
		return append(append(make([]byte, 0, len(b)+1), blobRaw), b...)
	}
	return out
}

// unsqueeze copies a text or file out of its stored form.
func unsqueeze(v []byte) ([]byte, error) {
	switch {
	case len(v) == 0:
		return nil, claims.Say("error.empty", "is empty")
	case v[0] == blobRaw:
		return bytes.Clone(v[1:]), nil
	case v[0] == blobZstd:
		return decompressor().DecodeAll(v[1:], nil)
	}
	return nil, claims.Say("damage.packedInUnknown", "is packed in the unknown way %d", v[0])
}

// Text implements desk.Store.
func (a *Archive) Text(ctx context.Context, hash claims.Hash) (string, error) {
	b, err := a.Blob(ctx, hash)
	return string(b), err
}

// Blob implements desk.Store. What comes out of the file is compared with the
// hash: a damaged text is an error, never another text.
func (a *Archive) Blob(ctx context.Context, hash claims.Hash) (out []byte, err error) {
	err = a.view(ctx, func(t *txn) error {
		out, err = t.blob(hash)
		return err
	})
	return out, err
}

func (t *txn) blob(hash claims.Hash) ([]byte, error) {
	v := t.storedBlob(hash)
	if v == nil {
		return nil, noBlob(hash)
	}
	b, err := unsqueeze(v)
	if err == nil && claims.HashOf(b) != hash {
		err = claims.Say("damage.wordsDoNot", "the words do not match their hash")
	}
	if err != nil {
		return nil, damaged("text", string(hash), err)
	}
	return b, nil
}

func noBlob(hash claims.Hash) error {
	return &claims.Error{Code: claims.CodeNotFound, What: "text", Reason: claims.Say("error.nothingHasHash", "nothing has the hash %s", hash)}
}

// storedBlob finds a text or file in its bucket; it belongs to the transaction.
func (t *txn) storedBlob(hash claims.Hash) []byte {
	key, ok := hashKey(hash)
	if !ok {
		return nil
	}
	if v := t.Bucket(bucketTexts).Get(key); v != nil {
		return v
	}
	return t.Bucket(bucketBlobs).Get(key)
}

// packedBlob is a text or file ready to be stored.
type packedBlob struct {
	key    []byte
	value  []byte
	bucket []byte
}

// packBlobs hashes and compresses the texts and files of a change. Those that
// an article names as its text go to the texts.
func packBlobs(c claims.Change) []packedBlob {
	if len(c.Blobs) == 0 {
		return nil
	}
	texts := map[claims.Hash]bool{}
	for _, e := range c.Edits {
		if a, ok := e.After.(*claims.Article); ok {
			texts[a.Text] = true
		}
	}
	out := make([]packedBlob, 0, len(c.Blobs))
	for _, b := range c.Blobs {
		hash := claims.HashOf(b)
		p := packedBlob{value: squeeze(b), bucket: bucketBlobs}
		p.key, _ = hashKey(hash)
		if texts[hash] {
			p.bucket = bucketTexts
		}
		out = append(out, p)
	}
	return out
}

// putBlobs stores what is not there yet.
func (t *txn) putBlobs(blobs []packedBlob) error {
	for _, b := range blobs {
		if t.Bucket(bucketTexts).Get(b.key) != nil || t.Bucket(bucketBlobs).Get(b.key) != nil {
			continue
		}
		if err := t.Bucket(b.bucket).Put(b.key, b.value); err != nil {
			return err
		}
	}
	return nil
}
