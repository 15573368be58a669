package pdftext

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// decode undoes encryption and filters of a stream. Of a damaged one it gives
// what comes before the damage, with an error.
func (f *file) decode(s *stream) ([]byte, error) {
	data := f.crypt.bytes(s)
	filters, params := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	var err error
	for i, v := range filters {
		var p dict
		if i < len(params) {
			p = f.dict(params[i])
		}
		if data, err = f.filter(f.name(v), p, data); err != nil && len(data) == 0 {
			return nil, err
		}
	}
	return data, err
}

// list makes an array of what may be one thing or several.
func (f *file) list(v any) array {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

func (f *file) filter(kind name, p dict, data []byte) ([]byte, error) {
	var out []byte
	var err error
	switch kind {
	case "FlateDecode", "Fl":
		out, err = f.inflate(data)
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := p["EarlyChange"]; ok {
			early = f.int(v)
		}
		out, err = unLZW(data, early, f.left)
		f.left -= int64(len(out))
	case "ASCII85Decode", "A85":
		if i := bytes.Index(data, []byte("~>")); i >= 0 {
			data = data[:i]
		}
		out, err = io.ReadAll(ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~")))))
	case "ASCIIHexDecode", "AHx":
		data = bytes.Join(bytes.FieldsFunc(data, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) || r == '>' }), nil)
		out = make([]byte, len(data)/2)
		_, err = hex.Decode(out, data[:len(data)/2*2])
	case "RunLengthDecode", "RL":
		out, err = f.runLength(data)
	case "Crypt":
		return data, nil
	default:
		return nil, fmt.Errorf("filter %s", kind)
	}
	if pred := f.int(p["Predictor"]); pred > 1 {
		out = f.unpredict(out, p, pred)
	}
	return out, err
}

func (f *file) inflate(data []byte) ([]byte, error) {
	var r io.Reader
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err == nil {
		r = z
	} else { // a wrong header: the data behind it may be whole
		r = flate.NewReader(bytes.NewReader(data[min(2, len(data)):]))
	}
	out, err := io.ReadAll(io.LimitReader(r, f.left+1))
	if f.left -= int64(len(out)); f.left < 0 {
		return nil, ErrTooBig
	}
	return out, err
}

func (f *file) runLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(len(data), i+n+1)
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if int64(len(out)) > f.left {
			return nil, ErrTooBig
		}
	}
	f.left -= int64(len(out))
	return out, nil
}

// unpredict undoes the differences between rows (PNG) or pixels (TIFF).
func (f *file) unpredict(data []byte, p dict, pred int) []byte {
	get := func(k name, def int) int {
		if v, ok := p[k]; ok {
			return max(1, f.int(v))
		}
		return def
	}
	colors, bits, columns := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	if colors > 64 || bits > 16 || columns > 1<<20 {
		return data
	}
	bpp := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if pred == 2 {
		for i := range data {
			if i%row >= bpp && bits == 8 {
				data[i] += data[i-bpp]
			}
		}
		return data
	}
	out := make([]byte, 0, len(data))
	prev := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(len(data), row+1)]
		data = data[1+len(line):]
		cur := make([]byte, row)
		copy(cur, line)
		for i := range line {
			var left, up, corner byte
			if up = prev[i]; i >= bpp {
				left, corner = cur[i-bpp], prev[i-bpp]
			}
			switch kind {
			case 1:
				cur[i] += left
			case 2:
				cur[i] += up
			case 3:
				cur[i] += byte((int(left) + int(up)) / 2)
			case 4:
				cur[i] += paeth(left, up, corner)
			}
		}
		out = append(out, cur[:len(line)]...)
		prev = cur
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

var errLZW = errors.New("broken LZW data")

// unLZW decodes the variant of LZW that PDF shares with TIFF: codes of 9 to 12
// bits, the most significant first, whose width grows early.
func unLZW(data []byte, early int, limit int64) ([]byte, error) {
	const clearCode, endCode = 256, 257
	var out []byte
	table := make([][]byte, 258, 4096)
	for i := range 256 {
		table[i] = []byte{byte(i)}
	}
	width, acc, bits := 9, 0, 0
	var last []byte
	for _, b := range data {
		acc, bits = acc<<8|int(b), bits+8
		if bits < width {
			continue
		}
		bits -= width
		code := acc >> bits & (1<<width - 1)
		acc &= 1<<bits - 1
		switch {
		case code == clearCode:
			table, width, last = table[:258], 9, nil
			continue
		case code == endCode:
			return out, nil
		case code > len(table) || code == len(table) && last == nil:
			return out, errLZW
		}
		var entry []byte
		if code < len(table) {
			entry = table[code]
		} else {
			entry = append(append([]byte{}, last...), last[0])
		}
		if out = append(out, entry...); int64(len(out)) > limit {
			return nil, ErrTooBig
		}
		if last != nil && len(table) < 4096 {
			table = append(table, append(append([]byte{}, last...), entry[0]))
		}
		last = entry
		for width < 12 && len(table)+early >= 1<<width {
			width++
		}
	}
	return out, nil
}
