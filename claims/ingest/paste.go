package ingest

import (
	"context"
	"strings"

	"onrecord/claims"
)

// Pasted is the format of articles that come from the clipboard.
const Pasted = "paste"

// Paste makes an article of text that a person pasted. The text is kept as it
// was pasted; markup is read as the page it was copied from. What the person
// filled in beside it, in given, wins over what the text says of itself.
func Paste(ctx context.Context, text string, given claims.Article) (Item, error) {
	const name = "pasted text"
	if int64(len(text)) > DefaultLimits.Member {
		return Item{}, tooBig(name, int64(len(text)), DefaultLimits.Member)
	}
	text = strings.ToValidUTF8(text, "\ufffd")
	if strings.TrimSpace(text) == "" {
		return Item{}, claims.Refused(name, claims.Say("error.empty", "is empty"))
	}
	item := newItem(plainMeta(text), Pasted, text)
	if looksLikeHTML([]byte(text[:min(len(text), headSize)])) >= likely {
		items, err := Read(ctx, name, []byte(text), Limits{})
		if err != nil {
			return Item{}, err
		}
		item = items[0]
		item.Article.Format = Pasted
	}
	item.Article.File, item.Original = "", nil
	side{
		Title: given.Title, Byline: given.Byline, Outlet: given.Outlet, URL: given.URL, Language: given.Language, date: given.Published,
	}.apply(&item)
	return item, nil
}
