package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
)

type reportCmd struct {
	Scope     string   `help:"all, claim:ID, speaker:NAME, query:TEXT, period:FROM/TO, period:2025 or due:overdue,soon,..." default:"all"`
	Format    string   `help:"One of ${formats}." default:"md"`
	Output    string   `short:"o" help:"File to write; - is standard output." default:"-"`
	Title     string   `help:"Title of the report."`
	Context   bool     `help:"Show the words around each quotation."`
	Cite      string   `help:"Citation style: house, ap, chicago, apa, mla, markdown or plain." enum:"house,ap,chicago,apa,mla,markdown,plain" default:"house"`
	Columns   []string `help:"Columns of the tables, in their order."`
	Locale    string   `help:"semicolon: semicolons and decimal commas in tables; auto: so for languages other than English, with a byte order mark." enum:"auto,plain,semicolon" default:"auto"`
	Lang      string   `help:"Language of the report's own words: en, fr, de or es." enum:"en,fr,de,es" default:"en"`
	Font      []string `help:"A font file for characters that the fonts of a PDF lack; may be given again." placeholder:"FILE"`
	System    bool     `name:"system-fonts" help:"Look among the fonts of this computer for characters that the fonts of a PDF lack."`
	Publisher string   `help:"The newsroom that publishes the fact check, for claimreview." placeholder:"NAME"`
	Address   string   `help:"Where the fact check will be published, for claimreview." placeholder:"URL"`
	BOM       bool     `name:"bom" help:"Begin CSV with a byte order mark."`
}

// Run writes a report.
func (c *reportCmd) Run(ctx context.Context, a *app) error {
	if _, err := a.archive(ctx); err != nil {
		return err
	}
	if u, err := url.Parse(c.Address); c.Address != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return claims.Invalid("address", claims.Plain(fmt.Sprintf("%q is not the address of a page, such as https://example.org/check", c.Address)))
	}
	for _, path := range c.Font {
		f, err := openFile(path)
		if err != nil {
			return err
		}
		_ = f.Close() // it is read where it is needed
	}
	scope, err := a.scope(ctx, c.Scope)
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return c.write(ctx, a, scope, a.out)
	}
	return writeFile(c.Output, func(w *bufio.Writer) error { return c.write(ctx, a, scope, w) })
}

func (c *reportCmd) write(ctx context.Context, a *app, scope desk.Scope, w io.Writer) error {
	opts := desk.ReportOptions{Title: c.Title, Files: c.Format == string(report.Dossier)}
	opts.Context, opts.Columns, opts.BOM, opts.Language, opts.Address = c.Context, c.Columns, c.BOM, c.Lang, c.Address
	opts.Publisher = c.Publisher
	opts.Fonts, opts.SystemFonts = report.FontFiles(c.Font...), c.System
	if c.Cite != "house" {
		opts.Citation = report.CitationStyle(c.Cite)
	}
	switch {
	case c.Locale == "semicolon":
		opts.Locale = report.Continental
	case c.Locale == "auto" && c.Lang != "en": // what spreadsheets of those countries open with a double click
		opts.Locale, opts.BOM = report.Continental, true
	}
	model, err := a.opened.Report(ctx, scope, opts)
	if err != nil {
		return err
	}
	for _, words := range report.LeftOut(model, report.Format(c.Format)) {
		fmt.Fprintln(a.errs, words)
	}
	return report.Write(w, model, report.Format(c.Format))
}

// writeReport writes a report with the usual options.
func (a *app) writeReport(ctx context.Context, scope desk.Scope, format report.Format, w io.Writer) error {
	model, err := a.opened.Report(ctx, scope, desk.ReportOptions{})
	if err != nil {
		return err
	}
	return report.Write(w, model, format)
}

// scope reads what --scope says.
func (a *app) scope(ctx context.Context, s string) (desk.Scope, error) {
	kind, rest, _ := strings.Cut(s, ":")
	if kind != "all" && strings.TrimSpace(rest) == "" {
		kind = "" // "claim:" would mean the whole archive
	}
	switch kind {
	case "all":
		return desk.Scope{}, nil
	case "claim":
		return desk.Scope{Claim: claims.ID(rest)}, nil
	case "speaker":
		who, err := a.opened.FindSpeaker(ctx, rest)
		if err != nil {
			return desk.Scope{}, err
		}
		return desk.Scope{Speaker: who.ID}, nil
	case "query":
		return desk.Scope{Query: rest}, nil
	case "period":
		return periodScope(rest)
	case "due":
		var states []desk.DueState
		for _, w := range strings.Split(rest, ",") {
			states = append(states, desk.DueState(w))
		}
		return desk.Scope{Due: states}, checkDue(states)
	}
	return desk.Scope{}, claims.Invalid("scope", claims.Plain("is all, claim:ID, speaker:NAME, query:TEXT, period:FROM/TO or due:STATES"))
}

func periodScope(s string) (desk.Scope, error) {
	from, to, ok := strings.Cut(s, "/")
	if !ok {
		to = from // a year, a month or a day alone
	}
	f, err := claims.ParseDate(from)
	if err != nil {
		return desk.Scope{}, err
	}
	t, err := claims.ParseDate(to)
	if err != nil {
		return desk.Scope{}, err
	}
	switch {
	case f.IsZero() && t.IsZero():
		return desk.Scope{}, claims.Invalid("scope", claims.Plain("period:FROM/TO needs at least one date"))
	case !f.IsZero() && !t.IsZero() && f.Compare(t) > 0:
		return desk.Scope{}, claims.Invalid("scope", claims.Plain(fmt.Sprintf("the period ends (%s) before it begins (%s)", t, f)))
	}
	return desk.Scope{From: f, To: t}, nil
}
