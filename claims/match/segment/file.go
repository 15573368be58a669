package segment

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"

	"onrecord/claims"
)

// The file of a segment: a head of magic, version and number of sections; for
// each section its offset, length and checksum; a checksum of all that; then
// the sections, each beginning at a multiple of eight.
const (
	magic   = "onrecord find\x00\x00\x00"
	version = 3

	headLen  = len(magic) + 8
	entryLen = 8 + 8 + 4
	align    = 8
	maxCount = 64 // more sections than any version will have
)

// ErrDamaged is wrapped by every error about bytes that are no segment, or
// not the one that was written.
var ErrDamaged = claims.Say("error.indexDamaged", "the search index is damaged")

// ErrVersion tells that another version of the program wrote the bytes.
var ErrVersion = claims.Say("error.indexVersion", "the search index is from another version")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// writeSections writes the file that readSections reads.
func writeSections(w io.Writer, sections [][]byte) error {
	head := append([]byte(magic), make([]byte, 8)...)
	binary.LittleEndian.PutUint32(head[len(magic):], version)
	binary.LittleEndian.PutUint32(head[len(magic)+4:], uint32(len(sections)))
	at := padded(uint64(headLen + entryLen*len(sections) + 4))
	for _, s := range sections {
		head = binary.LittleEndian.AppendUint64(head, at)
		head = binary.LittleEndian.AppendUint64(head, uint64(len(s)))
		head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(s, castagnoli))
		at = padded(at + uint64(len(s)))
	}
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli))
	var zeros [align]byte
	for _, part := range append([][]byte{head}, sections...) {
		if _, err := w.Write(part); err != nil {
			return err
		}
		n := uint64(len(part))
		if _, err := w.Write(zeros[:padded(n)-n]); err != nil {
			return err
		}
	}
	return nil
}

func padded(n uint64) uint64 { return (n + align - 1) / align * align }

// readSections finds the sections in a file and checks every one of them. The
// sections share memory with data.
func readSections(data []byte) ([][]byte, error) {
	if len(data) < headLen || string(data[:len(magic)]) != magic {
		return nil, damaged("it does not begin as one")
	}
	if v := binary.LittleEndian.Uint32(data[len(magic):]); v != version {
		return nil, fmt.Errorf("%w: %d, where this program writes %d", ErrVersion, v, version)
	}
	count := int(binary.LittleEndian.Uint32(data[len(magic)+4:]))
	end := headLen + entryLen*count
	if count > maxCount || len(data) < end+4 {
		return nil, damaged("its list of contents is cut off")
	}
	if binary.LittleEndian.Uint32(data[end:]) != crc32.Checksum(data[:end], castagnoli) {
		return nil, damaged("its list of contents was changed")
	}
	out := make([][]byte, count)
	for i := range out {
		entry := data[headLen+entryLen*i:]
		at, n := binary.LittleEndian.Uint64(entry), binary.LittleEndian.Uint64(entry[8:])
		if at > uint64(len(data)) || n > uint64(len(data))-at {
			return nil, damaged("part %d of %d is cut off", i+1, count)
		}
		out[i] = data[at : at+n : at+n]
		if crc32.Checksum(out[i], castagnoli) != binary.LittleEndian.Uint32(entry[16:]) {
			return nil, damaged("part %d of %d was changed", i+1, count)
		}
	}
	return out, nil
}
