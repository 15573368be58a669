package ingest

import (
	"strings"
	"testing"
)

// TestDayOrder tells which of two numbers is the day by the language, the
// country and the other dates of a page.
func TestDayOrder(t *testing.T) {
	page := func(lang, more, date string) string {
		return `<html lang="` + lang + `"><head><title>Quay to be rebuilt</title></head><body><div class="date black">` + date + `</div><h1>Quay to be rebuilt</h1>` + html5(quayStory) + `<p>` + more + `</p></body></html>`
	}
	const open = "can be read day first or month first"
	for _, c := range []struct{ name, src, want, warns string }{
		{"language and region", page("en-US", "", "05.12.22"), "2022-05-12", ""},
		{"American telephone", page("en", "Washington: (202) 555-0100", "05.12.22"), "2022-05-12", ""},
		{"British region", page("en-GB", "", "05/12/2022"), "2022-12-05", ""},
		{"another language", page("de", "", "05.12.22"), "2022-12-05", ""},
		{"another date of the page", page("en", "Next release: 05.28.22", "05.12.22"), "2022-05-12", ""},
		{"nothing tells", page("en", "", "05.12.22"), "2022", open},
		{"dots and a whole year", page("en", "", "05.12.2022"), "2022-12-05", ""},
		{"one number above twelve", page("en", "", "05/28/22"), "2022-05-28", ""},
		{"a declared day", strings.Replace(page("en-US", "", "05.12.22"), "<title>", `<meta property="article:published_time" content="2022-12-05T08:00:00Z"><title>`, 1), "2022-12-05", ""},
		{"plain text", "Quay to be rebuilt\n\nIngrid Solberg, 05/12/2022\n\n" + strings.Join(quayStory, "\n\n"), "2022", open},
	} {
		name := "quay.html"
		if !strings.HasPrefix(c.src, "<") {
			name = "quay.txt"
		}
		items, err := Read(t.Context(), name, []byte(c.src), Limits{})
		if err != nil || len(items) != 1 {
			t.Fatalf("%s: %d articles, error %v", c.name, len(items), err)
		}
		if got := items[0].Article.Published.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		warned := ""
		for _, w := range items[0].Warnings {
			warned += w.String()
		}
		if (c.warns == "") != (warned == "") || !strings.Contains(warned, c.warns) {
			t.Errorf("%s: the warning is %q", c.name, warned)
		}
	}
}

// TestDayOfThePaper takes the day that readers saw where a page declares the time
// in UTC.
func TestDayOfThePaper(t *testing.T) {
	const head = `<html lang="en-US"><head><title>Quay to be rebuilt</title><meta property="article:published_time" content="2019-03-06T03:22:58+00:00"></head><body><article><h1>Quay to be rebuilt</h1>`
	for shown, want := range map[string]string{
		`<time datetime="2019-03-05T22:22:58-05:00">Mar 5, 2019 / 10:22 PM CDT</time>`: "2019-03-05",
		`<time datetime="2019-03-06T03:22:58Z">March 5, 2019</time>`:                   "2019-03-05",
		`<time datetime="2019-03-06T03:22:58Z">March 6, 2019</time>`:                   "2019-03-06",
		`<time datetime="2019-03-01">March 1, 2019</time>`:                             "2019-03-06",
		`<p>Updated: <time datetime="2019-03-05T23:00:00-05:00">Mar 5</time></p>`:      "2019-03-06",
	} {
		items, err := Read(t.Context(), "quay.html", []byte(head+shown+html5(quayStory)+"</article></body></html>"), Limits{})
		if err != nil || len(items) != 1 {
			t.Fatalf("%s: %d articles, error %v", shown, len(items), err)
		}
		if got := items[0].Article.Published.String(); got != want {
			t.Errorf("%s: %s, want %s", shown, got, want)
		}
	}
}
