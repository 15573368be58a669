package linear

import (
	"encoding/binary"
	"errors"
)

// Pack joins the parts of a file, each after its length.
func Pack(parts ...[]byte) []byte {
	var out []byte
	for _, part := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// Unpack cuts a file into n parts, which share memory with it.
func Unpack(data []byte, n int) ([][]byte, error) {
	const size = 4
	parts := make([][]byte, n)
	for i := range parts {
		if len(data) < size {
			return nil, errors.New("the file is cut off")
		}
		length := uint64(binary.LittleEndian.Uint32(data))
		if length > uint64(len(data)-size) {
			return nil, errors.New("the file is cut off")
		}
		parts[i], data = data[size:size+length], data[size+length:]
	}
	return parts, nil
}
