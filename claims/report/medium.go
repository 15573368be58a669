package report

// medium is what a source is to a list of references: an article of an outlet,
// a page that names none, or a text without an address.
type medium struct{ csl, ris, bibtex string }

var (
	inOutlet = medium{"article-newspaper", "NEWS", "article"}
	onTheWeb = medium{"webpage", "ELEC", "online"}
	unplaced = medium{"document", "GEN", "misc"}
)

func mediumOf(s *Source) medium {
	switch {
	case oneLine(s.Outlet) != "":
		return inOutlet
	case safeURL(s.URL) != "":
		return onTheWeb
	}
	return unplaced
}
