package storage

import (
	_ "embed" // the dictionary
	"sync"

	"github.com/klauspost/compress/s2"

	"onrecord/claims"
)

// Most of a record is what many records say in the same way: names of fields,
// rules, sentences of evidence. Records are therefore packed with S2 and a
// dictionary of such words, which halves a statement of an import. The program
// packs the statements of its sample archive to make one (packing_test.go).
//
// A value that was packed is marked in its version, and can be read only with
// the dictionary that it was packed with: the file must never change. Another
// one gets a name and a mark of its own.

//go:embed records.dict
var recordWords []byte

// packed marks the version of a record whose fields are packed.
const packed = 0x80

// maxFields is how much a damaged record can make the program allocate.
const maxFields = 1 << 28

var recordDictionary = sync.OnceValue(func() *s2.Dict { return s2.MakeDict(recordWords, nil) })

// packFields compresses encoded fields, or tells that nothing is saved by it.
func packFields(fields []byte) ([]byte, bool) {
	out := recordDictionary().EncodeBetter(nil, fields)
	return out, len(out) < len(fields)
}

// unpackFields gives the encoded fields of a sealed value. They may belong to
// the value.
func unpackFields(value []byte) ([]byte, error) {
	fields := value[sealSize:]
	if value[0]&packed == 0 {
		return fields, nil
	}
	if n, err := s2.DecodedLen(fields); err != nil || n > maxFields {
		return nil, claims.Say("damage.recordCannotBe", "the record cannot be unpacked")
	}
	return recordDictionary().Decode(nil, fields)
}
