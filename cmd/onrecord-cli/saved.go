package main

import (
	"context"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type savedCmd struct {
	List   savedListCmd   `cmd:"" help:"List the saved searches with how many hits are new in each."`
	Add    savedAddCmd    `cmd:"" help:"Save a search under a name."`
	Run    savedRunCmd    `cmd:"" help:"Search again; what is found counts as seen."`
	Rename savedRenameCmd `cmd:"" help:"Give a saved search another name."`
	Delete savedDeleteCmd `cmd:"" help:"Delete a saved search; it goes to the trash."`
}

type savedListCmd struct{ formatFlag }

// Run lists the saved searches.
func (c *savedListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	all, err := ar.SavedSearches(ctx)
	if err != nil {
		return err
	}
	for _, s := range all {
		if c.jsonl() {
			err = a.out.object(struct {
				ID    claims.ID `json:"id"`
				Name  string    `json:"name"`
				Query string    `json:"query"`
				New   int       `json:"new"`
			}{s.ID, s.Name, s.Query, s.New})
		} else {
			err = a.out.printf("%s  %s: %s (%d new)\n", s.ID, s.Name, s.Query, s.New)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type savedAddCmd struct {
	Name  string   `arg:"" help:"The name."`
	Query []string `arg:"" help:"What is looked for, as for search."`
}

// Run saves a search.
func (c *savedAddCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	s, err := ar.SaveSearch(ctx, c.Name, strings.Join(c.Query, " "))
	if err != nil {
		return err
	}
	return a.out.line(string(s.ID))
}

// savedSearch finds a saved search by its name or identifier.
func (a *app) savedSearch(ctx context.Context, name string) (*claims.Search, error) {
	ar, err := a.archive(ctx)
	if err != nil {
		return nil, err
	}
	all, err := ar.SavedSearches(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(s desk.SavedSearch) bool { return string(s.ID) == name || strings.EqualFold(s.Name, name) })
	if i < 0 {
		return nil, claims.Invalid("search", claims.Plain("none is saved as "+name+"; saved list shows them"))
	}
	return all[i].Search, nil
}

type savedRunCmd struct {
	Name  string `arg:"" help:"Name or identifier."`
	Limit int    `help:"At most so many hits." default:"10"`
	formatFlag
}

// Run searches for what was saved.
func (c *savedRunCmd) Run(ctx context.Context, a *app) error {
	s, err := a.savedSearch(ctx, c.Name)
	if err != nil {
		return err
	}
	again := searchCmd{Query: []string{s.Query}, Limit: c.Limit, formatFlag: c.formatFlag}
	if err := again.Run(ctx, a); err != nil {
		return err
	}
	return a.opened.LookAt(ctx, s.ID)
}

type savedRenameCmd struct {
	Name string `arg:"" help:"Name or identifier."`
	To   string `arg:"" help:"The new name."`
}

// Run renames a saved search.
func (c *savedRenameCmd) Run(ctx context.Context, a *app) error {
	s, err := a.savedSearch(ctx, c.Name)
	if err != nil {
		return err
	}
	return a.opened.RenameSearch(ctx, s.ID, c.To)
}

type savedDeleteCmd struct {
	Name string `arg:"" help:"Name or identifier."`
}

// Run deletes a saved search.
func (c *savedDeleteCmd) Run(ctx context.Context, a *app) error {
	s, err := a.savedSearch(ctx, c.Name)
	if err != nil {
		return err
	}
	return a.opened.DropSearch(ctx, s.ID)
}
