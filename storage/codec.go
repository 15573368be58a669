package storage

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"time"

	"github.com/fxamacker/cbor/v2"

	"onrecord/claims"
)

// A stored record is
//
//	version (1 byte) | CRC-32C (4 bytes) | CBOR map with small numbers as keys
//
// The checksum covers kind, key, version and fields, so that a damaged byte
// anywhere in a record is found when it is read. Fields that are empty are not
// there; numbers of fields are never used again for something else. The version
// says too whether the map is packed (packing.go). The
// structs in record_*.go are the layout; the domain types can change without it.
const (
	recordVersion = 1
	sealSize      = 5
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Strings are written as byte strings: they may hold packed values, and text
// comes back as it was even where it is not UTF-8.
var (
	encoder = must(cbor.EncOptions{ShortestFloat: cbor.ShortestFloat16, String: cbor.StringToByteString}.UserBufferEncMode())
	decoder = must(cbor.DecOptions{ByteStringToString: cbor.ByteStringToStringAllowed, MaxArrayElements: 1 << 24}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // options of the program itself
	}
	return v
}

// encodeRecord gives the stored form of a record in memory of its own: bbolt
// keeps it until the transaction ends.
func encodeRecord(r claims.Record, id []byte) ([]byte, error) {
	fields, err := pack(r)
	if err != nil {
		return nil, err
	}
	return seal(r.Key().Kind, id, fields)
}

// seal encodes a struct of fields under a version and a checksum.
func seal(kind claims.Kind, key []byte, fields any) ([]byte, error) {
	buf := buffers.get()
	defer buffers.put(buf)
	if err := encoder.MarshalToBuffer(fields, buf); err != nil {
		return nil, err
	}
	body, version := buf.Bytes(), byte(recordVersion)
	if smaller, ok := packFields(body); ok {
		body, version = smaller, recordVersion|packed
	}
	out := make([]byte, sealSize, sealSize+len(body))
	out = append(out, body...)
	out[0] = version
	binary.BigEndian.PutUint32(out[1:], checksum(kind, key, out))
	return out, nil
}

func checksum(kind claims.Kind, key, sealed []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte(kind))
	sum = crc32.Update(sum, castagnoli, key)
	sum = crc32.Update(sum, castagnoli, sealed[:1])
	return crc32.Update(sum, castagnoli, sealed[sealSize:])
}

var errChecksum = claims.Say("damage.checksumDoesNot", "the checksum does not match")

// unseal checks a stored value and decodes its fields.
func unseal(kind claims.Kind, key, value []byte, fields any) error {
	switch {
	case len(value) < sealSize:
		return claims.Say("damage.recordCutOff", "the record is cut off")
	case checksum(kind, key, value) != binary.BigEndian.Uint32(value[1:]):
		return errChecksum
	case value[0]&^packed > recordVersion:
		return claims.Say("damage.recordHasVersion", "the record has version %d", value[0])
	}
	plain, err := unpackFields(value)
	if err != nil {
		return err
	}
	return decoder.Unmarshal(plain, fields)
}

// decodeRecord reads a stored record; nothing of value is kept.
func decodeRecord(kind claims.Kind, key, value []byte) (claims.Record, error) {
	id, rest, ok := cutID(key)
	if !ok || len(rest) > 0 || id == "" {
		return nil, damaged(kind, fmt.Sprintf("key %x", key), claims.Say("damage.noIdentifier", "is no identifier"))
	}
	fields := newFields(kind)
	if fields == nil {
		return nil, damaged(kind, string(id), claims.Say("damage.noKind", "is of no kind"))
	}
	if err := unseal(kind, key, value, fields); err != nil {
		return nil, damaged(kind, string(id), err)
	}
	r, err := fields.unpack(id)
	if err != nil {
		return nil, damaged(kind, string(id), err)
	}
	return r, nil
}

// fields is a stored record of one version.
type fields interface {
	unpack(id claims.ID) (claims.Record, error)
}

func newFields(kind claims.Kind) fields {
	switch kind {
	case claims.KindArticle:
		return &articleV1{}
	case claims.KindStatement:
		return &statementV1{}
	case claims.KindSpeaker:
		return &speakerV1{}
	case claims.KindClaim:
		return &claimV1{}
	case claims.KindOutcome:
		return &outcomeV1{}
	case claims.KindScale:
		return &scaleV1{}
	case claims.KindSearch:
		return &searchV1{}
	}
	return nil
}

func pack(r claims.Record) (any, error) {
	switch r := r.(type) {
	case *claims.Article:
		return packArticle(r), nil
	case *claims.Statement:
		return packStatement(r)
	case *claims.Speaker:
		return packSpeaker(r)
	case *claims.Claim:
		return packClaim(r)
	case *claims.Outcome:
		return packOutcome(r)
	case *claims.Scale:
		return packScale(r)
	case *claims.Search:
		return packSearch(r), nil
	}
	return nil, claims.Invalid("kind", claims.Say("error.notKeptIn", "%T is not kept in archives", r))
}

// The packed forms of values that many records have.

func packID(id claims.ID) string {
	if id == "" {
		return ""
	}
	return string(appendID(nil, id))
}

func unpackID(s string) (claims.ID, error) {
	if s == "" {
		return "", nil
	}
	id, rest, ok := cutID([]byte(s))
	if !ok || len(rest) > 0 {
		return "", claims.Say("damage.identifierDamaged", "an identifier is damaged")
	}
	return id, nil
}

func packIDs(ids []claims.ID) string {
	var out []byte
	for _, id := range ids {
		out = appendID(out, id)
	}
	return string(out)
}

func unpackIDs(s string) (out []claims.ID, err error) {
	for rest := []byte(s); len(rest) > 0; {
		var id claims.ID
		var ok bool
		if id, rest, ok = cutID(rest); !ok {
			return nil, claims.Say("damage.listIdentifiersDamaged", "a list of identifiers is damaged")
		}
		out = append(out, id)
	}
	return out, nil
}

func packDate(d claims.Date) uint32 {
	return dayNumber(d.Year, d.Month, d.Day)
}

func unpackDate(n uint32) claims.Date {
	return claims.Date{Year: int(n >> 9), Month: int(n >> 5 & 15), Day: int(n & 31)}
}

// packTime writes an instant as seconds and nanoseconds; it comes back in UTC.
func packTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	b := binary.AppendVarint(nil, t.Unix())
	return string(binary.AppendUvarint(b, uint64(t.Nanosecond()))) //nolint:gosec // never negative
}

func unpackTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	seconds, n := binary.Varint([]byte(s))
	if n <= 0 {
		return time.Time{}, claims.Say("damage.timeDamaged", "a time is damaged")
	}
	nanos, m := binary.Uvarint([]byte(s[n:]))
	if m <= 0 || n+m != len(s) || nanos >= 1e9 {
		return time.Time{}, claims.Say("damage.timeDamaged", "a time is damaged")
	}
	return time.Unix(seconds, int64(nanos)).UTC(), nil //nolint:gosec // below 1e9
}

// packSpans writes each span as the distance from the end of the one before
// and its length.
func packSpans(spans []claims.Span) string {
	var out []byte
	end := 0
	for _, s := range spans {
		out = binary.AppendVarint(out, int64(s.Start-end))
		out = binary.AppendVarint(out, int64(s.Len()))
		end = s.End
	}
	return string(out)
}

func unpackSpans(s string) (out []claims.Span, err error) {
	end := 0
	for rest := []byte(s); len(rest) > 0; {
		distance, n := binary.Varint(rest)
		if n <= 0 {
			return nil, claims.Say("damage.spanDamaged", "a span is damaged")
		}
		length, m := binary.Varint(rest[n:])
		if m <= 0 {
			return nil, claims.Say("damage.spanDamaged", "a span is damaged")
		}
		rest = rest[n+m:]
		span := claims.Span{Start: end + int(distance)}
		span.End = span.Start + int(length)
		out, end = append(out, span), span.End
	}
	return out, nil
}

func packHash(h claims.Hash) string {
	key, ok := hashKey(h)
	if !ok {
		return string(h)
	}
	return string(key)
}

func unpackHash(s string) claims.Hash {
	if len(s) != 32 {
		return claims.Hash(s)
	}
	return claims.Hash(fmt.Sprintf("%x", s))
}

// sameFields tells whether two sealed values say the same, however each is
// packed.
func sameFields(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	if len(a) < sealSize || len(b) < sealSize || (a[0]^b[0])&^packed != 0 {
		return false
	}
	x, errX := unpackFields(a)
	y, errY := unpackFields(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
