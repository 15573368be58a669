package report

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"
	"net/url"
	"unicode/utf8"

	"onrecord/claims"
)

func init() {
	writers[ClaimReview] = writer{".json", writeClaimReview}
	writers[ClaimReviewHTML] = writer{".html", writeClaimReviewHTML}
}

// review is a ClaimReview of schema.org with the properties that Google's
// documentation of fact checks requires and recommends.
type review struct {
	Context       string     `json:"@context"`
	Type          string     `json:"@type"`
	ID            string     `json:"@id"`
	URL           string     `json:"url"`
	DatePublished string     `json:"datePublished,omitempty"`
	Language      string     `json:"inLanguage,omitempty"`
	Author        *agent     `json:"author,omitempty"`
	ClaimReviewed string     `json:"claimReviewed"`
	Body          string     `json:"reviewBody,omitempty"`
	Item          reviewItem `json:"itemReviewed"`
	Rating        rated      `json:"reviewRating"`
}

// reviewItem is the Claim that is reviewed.
type reviewItem struct {
	Type            string `json:"@type"`
	Name            string `json:"name"`
	Author          *agent `json:"author,omitempty"`
	DatePublished   string `json:"datePublished,omitempty"`
	FirstAppearance *work  `json:"firstAppearance,omitempty"`
	Appearance      []work `json:"appearance,omitempty"`
}

// work is an article in which the claim was made.
type work struct {
	Type          string   `json:"@type"`
	URL           string   `json:"url,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	DatePublished string   `json:"datePublished,omitempty"`
	Publisher     *agent   `json:"publisher,omitempty"`
	Part          *extract `json:"hasPart,omitempty"`
}

// extract is what an article has of a claim: the speaker's own words, or the
// article's.
type extract struct {
	Type string `json:"@type"`
	Text string `json:"text"`
}

func extractOf(s *Statement) *extract {
	if s.Kind == claims.Direct {
		return &extract{"Quotation", clean(s.Text)}
	}
	return &extract{"CreativeWork", clean(s.Text)}
}

// rated is the verdict: its original word always, and its number where the
// scale gives it one.
type rated struct {
	Type          string  `json:"@type"`
	AlternateName string  `json:"alternateName"`
	RatingValue   float64 `json:"ratingValue,omitempty"`
	BestRating    int     `json:"bestRating,omitempty"`
	WorstRating   int     `json:"worstRating,omitempty"`
	Explanation   string  `json:"ratingExplanation,omitempty"`
}

// reviews makes a ClaimReview of every claim that has a verdict.
func reviews(m *Model) iter.Seq[review] {
	return func(yield func(review) bool) {
		for i := range m.Claims {
			if c := &m.Claims[i]; judged(c) && !yield(reviewOf(m, c)) {
				return
			}
		}
	}
}

// judged reports whether a claim has a verdict that says something: one that
// was put back to the opening word of its scale has none to publish.
func judged(c *Claim) bool {
	return len(c.Verdicts) > 0 && (c.Scale == nil || c.Verdict().Value != c.Scale.Open().ID)
}

// reviewer is who publishes the fact check: the newsroom, with the home page of
// its address, or whoever made the report.
func reviewer(m *Model) *agent {
	if m.Options.Publisher == "" {
		return agentOf(clean(m.Author), claims.Person)
	}
	a := agentOf(oneLine(m.Options.Publisher), claims.Organization)
	if u, err := url.Parse(safeURL(m.Options.Address)); err == nil && u.Host != "" {
		a.URL = (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}).String()
	}
	return a
}

func reviewOf(m *Model, c *Claim) review {
	v := c.Verdict()
	address := m.Options.Address + "#" + anchor("claim", c.ID)
	r := review{
		Context: "https://schema.org", Type: "ClaimReview", ID: address, URL: address,
		DatePublished: m.Day(v.At).String(), Language: wordsFor(m.Options.Language).of("language"),
		Author: reviewer(m), ClaimReviewed: clean(c.Text), Body: clean(v.Reason),
		Item:   reviewItem{Type: "Claim", Name: clean(c.Text), Author: agentOf(clean(c.Speaker), c.SpeakerType), DatePublished: fullOrYear(firstSaid(c))},
		Rating: rated{Type: "Rating", AlternateName: clean(wordsFor(m.Options.Language).verdict(v.Label)), Explanation: clean(v.Reason)},
	}
	if n := c.Value.Rating; n > 0 {
		r.Rating.RatingValue, r.Rating.BestRating, r.Rating.WorstRating = n, 5, 1
	}
	for i := range c.Appearances {
		r.Item.Appearance = append(r.Item.Appearance, workOf(&c.Appearances[i]))
	}
	if len(r.Item.Appearance) > 0 {
		first := r.Item.Appearance[0]
		r.Item.FirstAppearance = &first
	}
	return r
}

// firstSaid is when the claim was made, as far as anything tells it.
func firstSaid(c *Claim) claims.Date {
	first := c.MadeOn
	if !first.IsZero() {
		return first
	}
	for i := range c.Appearances {
		if d := c.Appearances[i].SaidOn; d.Year != 0 && (first.IsZero() || d.Compare(first) < 0) {
			first = d
		}
	}
	return first
}

func workOf(s *Statement) work {
	if s.Source == nil {
		return work{Type: "CreativeWork", DatePublished: fullOrYear(s.SaidOn), Part: extractOf(s)}
	}
	return work{
		Type: "NewsArticle", URL: safeURL(s.Source.URL), Headline: oneLine(s.Source.Title), DatePublished: fullOrYear(s.Source.Published),
		Publisher: agentOf(clean(s.Source.Outlet), claims.Organization), Part: extractOf(s),
	}
}

// fullOrYear leaves out dates without a year, which schema.org cannot hold.
func fullOrYear(d claims.Date) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}

// writeClaimReview writes one file with a ClaimReview for each claim.
func writeClaimReview(w io.Writer, m *Model) error { return writeJSONFile(w, reviews(m)) }

// writeClaimReviewHTML writes a script block for each claim, to be pasted into
// the page that publishes the fact check.
func writeClaimReviewHTML(w io.Writer, m *Model) error {
	b := markup{bufio.NewWriter(w)}
	for _, n := range append(leftOutOfReviews(m), wordsFor(m.Options.Language).of("format.claimreview-html")) {
		b.add("<!-- %s -->\n", esc(n))
	}
	for r := range reviews(m) {
		data, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return err
		}
		b.add("<script type=\"application/ld+json\">\n%s\n</script>\n", data)
	}
	return b.Flush()
}

// shownOfClaim is how many characters of a claim Google's documentation asks
// to stay within, so that a telephone shows it whole.
const shownOfClaim = 75

func leftOutOfReviews(m *Model) []string {
	out := counted(m, "left.reviews", func(c *Claim) bool { return !judged(c) })
	made, long := 0, 0
	for i := range m.Claims {
		if c := &m.Claims[i]; judged(c) {
			made++
			if utf8.RuneCountInString(oneLine(c.Text)) > shownOfClaim {
				long++
			}
		}
	}
	if made == 0 {
		return out
	}
	if m.Options.Address == "" {
		out = append(out, Phrase(m.Options.Language, "left.address"))
	}
	if m.Options.Publisher == "" {
		out = append(out, Phrase(m.Options.Language, "left.publisher", orElse(oneLine(m.Author), "?")))
	}
	return append(out, plural(m, long, "left.longclaims")...)
}
