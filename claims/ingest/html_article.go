package ingest

import (
	"slices"
	"strings"
)

// article makes the article of a page.
func (p *page) article(format string) (Item, bool) {
	p.shown = shownBlocks(p.root)
	m := p.meta()
	w := weigh(p.root)
	newPruner(p.root, w).prune(p.root)
	w = weigh(p.root)
	blocks := pageBlocks(mainOf(p.root, w))
	if len(blocks) == 0 {
		blocks = pageBlocks(p.root)
	}
	m.title = p.chooseTitle(m.title, p.chooseOutlet(m.outlet, "", nil), p.above(blocks))
	blocks = withOpening(blocks, pageBlocks(p.root), m.title)
	blocks = p.orData(belowTitle(withoutConsent(blocks), m.title))
	m.outlet = p.chooseOutlet(m.outlet, m.title, outletsIn(p.above(blocks)))
	m.published = p.asShown(m.published, p.between(m.title, blocks))
	desk := ""
	if same(m.byline, m.outlet) || deskName.MatchString(m.byline) || outletAlone(m.byline) || isAccount(m.byline) || !p.shows(m.byline) { // a name below the headline tells more
		m.byline, desk = "", m.byline
	}
	m, blocks = lead(m, p.shown, blocks)
	m.byline = orElse(m.byline, desk)
	m = m.or(below(p.shown, blocks)).or(meta{published: p.late()})
	var open string
	if lines := p.datedLines(blocks); slices.ContainsFunc(lines, isOpenDate) && !p.declares(m.published) {
		m.published, open = p.dayOrder(m).decide(m.published, lines)
	}
	if m.published.IsZero() { // many pages show only when they were last changed
		m.published = m.modified
	}
	item, ok := compose(format, m, trim(blocks, m))
	if open != "" {
		item.Warnings = append(item.Warnings, undecidedDay(open))
	}
	return item, ok
}

// isAccount reports whether a declared author is the name of an account.
func isAccount(byline string) bool {
	return !strings.Contains(byline, " ") && strings.ToLower(byline) == byline
}

// shows reports whether readers see a name on the page.
func (p *page) shows(name string) bool {
	first, _, _ := strings.Cut(nameJoin.ReplaceAllString(name, ", "), ", ")
	l := letters(first)
	return slices.ContainsFunc(p.shown, func(b block) bool { return strings.Contains(letters(b.text), l) })
}

// outletAlone reports whether a declared author is a paper and nobody's name.
func outletAlone(byline string) bool { return looksLikeOutlet(byline, false) && !isPerson(byline) }
