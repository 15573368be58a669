package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// elements walks a page.
func elements(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		elements(c, visit)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func parsedHTML(t *testing.T, page []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestHTMLCarriesNoScriptWhateverTheArchiveHolds(t *testing.T) {
	elements(parsedHTML(t, written(t, hostileModel(t), HTML)), func(n *html.Node) {
		if slices.Contains([]string{"script", "img", "iframe", "object", "form"}, n.Data) {
			t.Errorf("an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("an attribute %s", a.Key)
			}
			if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") {
				t.Errorf("a link to %q", a.Val)
			}
		}
	})
}

func TestLinksWithinThePageLeadSomewhere(t *testing.T) {
	ids, refs := map[string]bool{}, []string{}
	elements(parsedHTML(t, written(t, ferryModel(t), HTML)), func(n *html.Node) {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements are called %q", id)
			}
			ids[id] = true
		}
		if href := attr(n, "href"); strings.HasPrefix(href, "#") {
			refs = append(refs, href[1:])
		}
	})
	for _, r := range refs {
		if !ids[r] {
			t.Errorf("nothing is called %q", r)
		}
	}
}

func TestPolicyAllowsThePagesOwnStyleSheetAndNothingElse(t *testing.T) {
	var style, policy string
	elements(parsedHTML(t, written(t, ferryModel(t), HTML)), func(n *html.Node) {
		if n.Data == "style" {
			style = n.FirstChild.Data
		}
		if attr(n, "http-equiv") == "Content-Security-Policy" {
			policy = attr(n, "content")
		}
	})
	sum := sha256.Sum256([]byte(style))
	if !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		t.Errorf("got %q", policy)
	}
}

func TestTimelineIsWellFormedXML(t *testing.T) {
	for name, m := range map[string]*Model{"ferry": ferryModel(t), "hostile": hostileModel(t)} {
		d := xml.NewDecoder(bytes.NewReader(written(t, m, SVG)))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "script" {
				t.Errorf("%s: a script", name)
			}
		}
	}
}

// TestLinksOfATimelineCanBeReached: a program that reads aloud passes over what
// is within a picture, and tells links from words by more than their colour.
func TestLinksOfATimelineCanBeReached(t *testing.T) {
	page := string(written(t, ferryModel(t), HTML))
	for _, svg := range strings.Split(page, "<svg")[1:] {
		svg, _, _ = strings.Cut(svg, "</svg>")
		if strings.Contains(svg, "<a ") && strings.Contains(svg, `role="img"`) {
			t.Errorf("a picture holds links: %.200s", svg)
		}
		if strings.Count(svg, "<a ") != strings.Count(svg, " aria-label=") || strings.Contains(svg, `aria-label=""`) {
			t.Errorf("a link has no name: %.200s", svg)
		}
	}
	if style, _, _ := strings.Cut(page, "</style>"); strings.Contains(style, ".ref{text-decoration:none") {
		t.Error("numbers of sources are told from words by their colour alone")
	}
}
