package main

import (
	"context"
	"fmt"
	"reflect"

	"onrecord/claims"
)

type articleEditCmd struct {
	ID        claims.ID   `arg:"" help:"Identifier."`
	Title     string      `help:"Title."`
	Byline    string      `help:"Who wrote it."`
	Outlet    string      `help:"Who published it."`
	URL       string      `help:"Its address."`
	Published claims.Date `help:"When it was published; may be partial."`
	Language  string      `help:"Language of the text, such as en."`
	Tags      []string    `help:"Tags."`
	Notes     string      `help:"Notes."`
	Clear     []string    `help:"Parts to empty: title, byline, outlet, url, published, language, tags, notes." sep:","`
}

// Run corrects the particulars of an article.
func (c *articleEditCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	before, err := ar.Article(ctx, c.ID)
	if err != nil {
		return err
	}
	after := *before
	if err := c.empty(&after); err != nil {
		return err
	}
	set(&after.Title, c.Title)
	set(&after.Byline, c.Byline)
	set(&after.Outlet, c.Outlet)
	set(&after.URL, c.URL)
	set(&after.Published, c.Published)
	set(&after.Language, c.Language)
	set(&after.Notes, c.Notes)
	if len(c.Tags) > 0 {
		after.Tags = c.Tags
	}
	if reflect.DeepEqual(after, *before) {
		return a.out.line(string(c.ID))
	}
	if err := ar.EditArticle(ctx, after); err != nil {
		return err
	}
	if after.Title != before.Title || after.Published != before.Published || after.Language != before.Language {
		a.tell(fmt.Sprintf("Its statements were read by the old particulars; review reread %s shows what the new ones change.", c.ID))
	}
	return a.out.line(string(c.ID))
}

// empty clears the parts that are named.
func (c *articleEditCmd) empty(of *claims.Article) error {
	parts := map[string]func(){
		"title": func() { of.Title = "" }, "byline": func() { of.Byline = "" }, "outlet": func() { of.Outlet = "" }, "url": func() { of.URL = "" },
		"published": func() { of.Published = claims.Date{} }, "language": func() { of.Language = "" }, "tags": func() { of.Tags = nil }, "notes": func() { of.Notes = "" },
	}
	return clearParts(c.Clear, parts, "title, byline, outlet, url, published, language, tags or notes")
}

// clearParts empties the parts of a record that are named, of those that it
// has.
func clearParts(named []string, parts map[string]func(), all string) error {
	for _, part := range named {
		empty, ok := parts[part]
		if !ok {
			return claims.Invalid("clear", claims.Plain(fmt.Sprintf("%q is not %s", part, all)))
		}
		empty()
	}
	return nil
}
