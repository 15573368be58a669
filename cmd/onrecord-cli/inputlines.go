package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord/claims"
)

// maxLine is the longest line that is read from standard input, in bytes.
const maxLine = 16 << 20

// inputLines reads JSON objects from standard input, one a line; empty lines
// are passed over. A line that is none is named with the reason, and so is one
// that f refuses; the others are worked on, and errPartly is the end. Lines
// look like the example, which the reason shows.
func inputLines[T any](ctx context.Context, a *app, example string, f func(T) error) error {
	in := bufio.NewScanner(a.in)
	in.Buffer(make([]byte, 64<<10), maxLine)
	partly := false
	n := 0
	for in.Scan() && ctx.Err() == nil {
		n++
		if len(in.Bytes()) == 0 {
			continue
		}
		var line T
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			partly = true
			a.complain(fmt.Sprintf("line %d", n), lineReason(err, example))
			continue
		}
		if err := f(line); err != nil {
			return err
		}
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return claims.Refused(fmt.Sprintf("line %d", n+1), claims.Plain(fmt.Sprintf("is longer than %d MB", maxLine>>20)))
	case err != nil:
		return claims.Refused("standard input", claims.Plain(err.Error()))
	case ctx.Err() != nil:
		return ctx.Err()
	case partly:
		return errPartly
	}
	return nil
}

// lineReason says why a line was not understood: a date that is none speaks
// for itself, the rest is told by what a line should look like.
func lineReason(err error, example string) error {
	var e *claims.Error
	if errors.As(err, &e) {
		return err
	}
	return errors.New("is not an object such as " + example)
}
