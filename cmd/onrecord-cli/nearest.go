package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"onrecord/claims"
)

// advise adds to an error about an unknown identifier what may be meant: the
// records with the nearest ones, or the one of another kind that has it.
func (a *app) advise(ctx context.Context, err error) error {
	var e *claims.Error
	if a.opened == nil || !errors.As(err, &e) || e.Code != claims.CodeNotFound || e.Key.ID == "" {
		return err
	}
	near, nerr := a.opened.Nearest(ctx, e.Key, 3)
	if nerr != nil || len(near) == 0 {
		return err
	}
	if kind := near[0].Key.Kind; kind != e.Key.Kind {
		e.Advice = claims.Plain(fmt.Sprintf("That is the identifier of %s: %s", withArticle(string(kind)), clip(near[0].Words)))
		return err
	}
	lines := []string{"Did you mean"}
	for _, n := range near {
		lines = append(lines, fmt.Sprintf("  %s  %s", n.Key.ID, clip(n.Words)))
	}
	e.Advice = claims.Plain(strings.Join(lines, "\n"))
	return err
}

// withArticle writes "an outcome", "a claim".
func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// clip shortens words to what a line has room for.
func clip(words string) string { return clipped(words, 90) }

// clipped puts words on a line of at most so many characters.
func clipped(words string, most int) string {
	r := []rune(oneLine(words))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most-1]) + "…"
}
