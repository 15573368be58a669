package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
)

type speakerEditCmd struct {
	Name      string             `arg:"" help:"Name, alias or identifier."`
	Type      claims.SpeakerType `help:"person, organization, group, document or unnamed."`
	Alias     []string           `help:"Further names." sep:"none"`
	DropAlias []string           `help:"Names to take away." sep:"none"`
	Role      []string           `help:"Roles, in place of those that are there: title; organisation; from; to. All but the title may be missing." sep:"none" placeholder:"ROLE"`
	Notes     string             `help:"Notes."`
	Tags      []string           `help:"Tags."`
}

// Run corrects a speaker.
func (c *speakerEditCmd) Run(ctx context.Context, a *app) error {
	ar, s, err := a.speaker(ctx, c.Name)
	if err != nil {
		return err
	}
	set(&s.Type, c.Type)
	set(&s.Notes, c.Notes)
	if len(c.Tags) > 0 {
		s.Tags = c.Tags
	}
	s.Aliases = slices.DeleteFunc(slices.Clone(s.Aliases), func(alias string) bool { return slices.Contains(c.DropAlias, alias) })
	for _, alias := range c.Alias {
		if !slices.Contains(s.Aliases, alias) {
			s.Aliases = append(s.Aliases, alias)
		}
	}
	if len(c.Role) > 0 {
		s.Roles = nil
	}
	for _, words := range c.Role {
		r, err := parseRole(words)
		if err != nil {
			return err
		}
		s.Roles = append(s.Roles, r)
	}
	if err := ar.EditSpeaker(ctx, *s); err != nil {
		return err
	}
	return a.out.line(string(s.ID))
}

// parseRole reads "minister of health; Karlsund; 2021-05; 2025".
func parseRole(words string) (claims.Role, error) {
	parts := strings.Split(words, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	const most = 4
	if len(parts) > most || parts[0] == "" {
		return claims.Role{}, claims.Invalid("role", claims.Plain(fmt.Sprintf("%q is not a title; an organisation; from; to", words)))
	}
	parts = append(parts, make([]string, most-len(parts))...)
	r := claims.Role{Title: parts[0], Organization: parts[1]}
	var err error
	if r.From, err = claims.ParseDate(parts[2]); err != nil {
		return r, err
	}
	r.To, err = claims.ParseDate(parts[3])
	return r, err
}

// roleWords writes a role with its dates.
func roleWords(r claims.Role) string {
	out := r.Title
	if r.Organization != "" {
		out += ", " + r.Organization
	}
	if !r.From.IsZero() || !r.To.IsZero() {
		out += fmt.Sprintf(" (%s to %s)", orDash(r.From), orDash(r.To))
	}
	return out
}
