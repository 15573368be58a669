package storage

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/oklog/ulid/v2"

	"onrecord/claims"
)

const (
	batchLines = 20_000   // lines that are written in one transaction
	batchBytes = 32 << 20 // unless they are longer than this together
	maxLine    = 512 << 20
)

// lineItem is one line of the open format: one of header, blob, record and
// change, or none for a type that is not known.
type lineItem struct {
	line     int
	header   *headerLine
	blob     *packedBlob
	record   claims.Record
	change   *changeLine
	inBytes  bool // offsets of the record count bytes
	complete bool // what the record refers to is known to be there
}

// wrap names the line in an error.
func (i lineItem) wrap(err error) error { return atLine(i.line, err) }

func atLine(line int, err error) error {
	var e *claims.Error
	if !errors.As(err, &e) {
		return err
	}
	out := *e
	out.What = strings.TrimSuffix(fmt.Sprintf("line %d: %s", line, e.What), ": ")
	return &out
}

// compareItems puts texts first, then records by kind and identifier, then the
// journal.
func compareItems(a, b lineItem) int {
	if c := cmp.Compare(a.rank(), b.rank()); c != 0 || a.record == nil {
		return c
	}
	return bytes.Compare(appendID(nil, a.record.Key().ID), appendID(nil, b.record.Key().ID))
}

func (i lineItem) rank() int {
	switch {
	case i.record != nil:
		return 1 + slices.Index(claims.Kinds, i.record.Key().Kind)
	case i.change != nil:
		return 1 + len(claims.Kinds)
	}
	return 0
}

// parseLines reads lines and sends them in batches.
func parseLines(ctx context.Context, r io.Reader, out chan<- []lineItem) error {
	lines := bufio.NewReaderSize(r, 1<<18)
	var batch []lineItem
	size := 0
	send := func() error {
		if len(batch) == 0 {
			return nil
		}
		select {
		case out <- batch:
			batch, size = nil, 0
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for n := 1; ; n++ {
		line, err := readLine(lines)
		if errors.Is(err, io.EOF) {
			return send()
		}
		if err != nil {
			return atLine(n, err)
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		item, err := parseLine(n, line)
		if err != nil {
			return errors.Join(atLine(n, err), send())
		}
		batch = append(batch, item)
		if size += len(line); len(batch) == batchLines || size > batchBytes {
			if err := send(); err != nil {
				return err
			}
		}
	}
}

// readLine reads a line of any length; it is good until the next call.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		if len(line) > 0 && errors.Is(err, io.EOF) {
			return line, nil
		}
		return line, err
	}
	long := bytes.Clone(line)
	for {
		line, err = r.ReadSlice('\n')
		if long = append(long, line...); len(long) > maxLine {
			return nil, claims.Refused("", claims.Plain("is longer than any line of an archive"))
		}
		if err == nil || errors.Is(err, io.EOF) {
			return long, nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
}

// parseLine reads one line.
func parseLine(n int, line []byte) (item lineItem, err error) {
	item.line = n
	var head struct {
		Type    string `json:"type"`
		Offsets string `json:"offsets"`
	}
	if kind, ok := quickKind(line); ok {
		head.Type = kind
	} else if err := json.Unmarshal(line, &head); err != nil {
		return item, notJSON(err)
	}
	item.inBytes = head.Offsets == offsetsBytes
	switch head.Type {
	case lineArchive:
		item.header = &headerLine{}
		return item, parseHeader(line, item.header)
	case lineText, lineBlob:
		item.blob, err = parseBlob(line)
		return item, err
	case lineChange:
		item.change = &changeLine{}
		return item, parseFields(line, item.change)
	case "":
		return item, claims.Invalid("type", claims.Plain("is missing"))
	}
	if r := claims.New(claims.Kind(head.Type)); r != nil {
		item.record = r
		return item, parseRecord(line, r)
	}
	return item, nil
}

// quickKind reads the type of a record that begins with it, as nearly every
// line does, and has no other mark.
func quickKind(line []byte) (string, bool) {
	rest, ok := bytes.CutPrefix(line, []byte(`{"type":"`))
	if !ok {
		return "", false
	}
	kind, rest, ok := bytes.Cut(rest, []byte{'"'})
	if !ok || bytes.HasPrefix(rest, []byte(`,"offsets"`)) || bytes.ContainsRune(kind, '\\') {
		return "", false
	}
	return string(kind), true
}

func notJSON(err error) error {
	return claims.Invalid("", claims.Plain("is not a JSON object: "+err.Error()))
}

func parseHeader(line []byte, h *headerLine) error {
	if err := parseFields(line, h); err != nil {
		return err
	}
	if h.Format > openFormat {
		return &claims.Error{
			Code: claims.CodeNewer, What: "format", Reason: claims.Plain(fmt.Sprintf("the file was written by a newer version of Onrecord (open format %d)", h.Format)),
			Advice: claims.Plain("Update Onrecord to load it"),
		}
	}
	return nil
}

func parseBlob(line []byte) (*packedBlob, error) {
	var b blobLine
	if err := parseFields(line, &b); err != nil {
		return nil, err
	}
	data := b.Data
	if b.Text != nil {
		data = []byte(*b.Text)
	}
	if hash := claims.HashOf(data); hash != b.Hash {
		return nil, claims.Invalid("sha256", claims.Plain(fmt.Sprintf("is not that of the content, which is %s", hash)))
	}
	p := &packedBlob{value: squeeze(data), bucket: bucketBlobs}
	p.key, _ = hashKey(b.Hash)
	if b.Type == lineText {
		p.bucket = bucketTexts
	}
	return p, nil
}

// parseRecord reads a record. A bare statement is a direct one, and a speaker
// of no kind a person.
func parseRecord(line []byte, r claims.Record) error {
	switch r := r.(type) {
	case *claims.Speaker:
		s := speakerLine{Speaker: r, Kind: claims.Person}
		err := parseFields(line, &s)
		r.Type = s.Kind
		return err
	case *claims.Statement:
		err := parseFields(line, r)
		if r.Kind == "" && r.Article == "" {
			r.Kind = claims.Direct
		}
		return err
	}
	return parseFields(line, r)
}

// parseFields decodes a line and, where that fails, finds out which field is
// to blame.
func parseFields(line []byte, into any) error {
	err := json.Unmarshal(line, into)
	if err == nil {
		return nil
	}
	var fields map[string]json.RawMessage
	if all := json.Unmarshal(line, &fields); all != nil {
		return notJSON(all)
	}
	for name, value := range fields {
		one, merr := json.Marshal(map[string]json.RawMessage{name: value})
		if merr != nil {
			return notJSON(merr)
		}
		if ferr := json.Unmarshal(one, into); ferr != nil {
			reason := ferr.Error()
			var e *claims.Error
			var t *json.UnmarshalTypeError
			switch {
			case errors.As(ferr, &e):
				reason = e.Reason.String()
			case errors.As(ferr, &t):
				reason = fmt.Sprintf("cannot be a %s", t.Value)
			}
			return claims.Invalid(name, claims.Plain(reason))
		}
	}
	return notJSON(err)
}

// speakerID is the identifier of a speaker that is known by name only: the
// same for the same name, whatever file it comes from.
func speakerID(folded string) claims.ID {
	sum := sha256.Sum256([]byte("speaker " + folded))
	var u ulid.ULID
	copy(u[6:], sum[:])
	return claims.ID(u.String())
}
