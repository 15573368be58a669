package desk

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"onrecord/claims"
)

// PointsSpan makes a span of an article from code points, or, where start is
// negative, by looking for the words, which must be there exactly once.
func (d *Desk) PointsSpan(ctx context.Context, article claims.ID, words string, start, end int) ([]claims.Span, error) {
	a, err := d.Article(ctx, article)
	if err != nil {
		return nil, err
	}
	text, err := d.Text(ctx, a)
	if err != nil {
		return nil, err
	}
	if start >= 0 {
		runes := claims.NewRunes(text)
		if end < 0 {
			return nil, &claims.Error{Code: claims.CodeInvalid, What: "span", Reason: claims.Plain(fmt.Sprintf("it begins at %d and has no end", start)), Advice: claims.Plain("Say with --end where it ends.")}
		}
		if all := runes.FromByte(len(text)); end > all || end <= start {
			return nil, claims.Invalid("span", claims.Plain(fmt.Sprintf("%d-%d is no range of a text of %d characters", start, end, all)))
		}
		return []claims.Span{runes.Bytes(claims.Span{Start: start, End: end})}, nil
	}
	found := findWords(text, words)
	switch len(found) {
	case 0:
		return nil, claims.Invalid("text", claims.Plain("the article does not have these words"))
	case 1:
		return found, nil
	}
	return nil, &claims.Error{Code: claims.CodeInvalid, What: "text", Reason: claims.Plain(fmt.Sprintf("the article has these words %d times", len(found))), Advice: claims.Plain("Give more of them, or say which with --start and --end.")}
}

// findWords finds where a text has some words as they were typed: straight
// quotation marks and apostrophes mean any, and white space means any white
// space. The span is that of the text, in its own letters.
func findWords(text, words string) []claims.Span {
	typed, _ := plain(words)
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return nil
	}
	whole, at := plain(text)
	var out []claims.Span
	for from := 0; ; {
		i := strings.Index(whole[from:], typed)
		if i < 0 {
			return out
		}
		i += from
		out = append(out, claims.Span{Start: at[i], End: at[i+len(typed)]})
		from = i + len(typed)
	}
}

// plain writes a text with straight quotation marks, plain dashes and single
// blanks; at gives for every byte of it, and for its end, the byte of the text
// that it stands for.
func plain(text string) (out string, at []int) {
	var b strings.Builder
	blank := false
	for i, r := range text {
		w := string(r)
		switch {
		case unicode.IsSpace(r):
			if blank {
				continue
			}
			w = " "
		case strings.ContainsRune("‘’‚‛", r):
			w = "'"
		case strings.ContainsRune("“”„‟«»", r):
			w = "\""
		case strings.ContainsRune("‐‑‒–—", r):
			w = "-"
		}
		blank = w == " "
		for range len(w) {
			at = append(at, i)
		}
		b.WriteString(w)
	}
	return b.String(), append(at, len(text))
}
