package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

func init() { writers[BibTeX] = writer{".bib", writeBibTeX} }

// writeBibTeX writes the sources as BibLaTeX entries in UTF-8; the year,
// journal and month that older styles look for are there too.
func writeBibTeX(w io.Writer, m *Model) error {
	b, words := bufio.NewWriter(w), wordsFor(m.Options.Language)
	for _, s := range m.Sources {
		if _, err := fmt.Fprintf(b, "@%s{%s,\n", mediumOf(s).bibtex, anchor("onrecord", s.ID)); err != nil {
			return err
		}
		var names []string
		for _, a := range authors(s.Byline) {
			if a.given == "" {
				names = append(names, "{"+texEscaper.Replace(a.family)+"}")
			} else {
				names = append(names, texEscaper.Replace(a.family+", "+a.given))
			}
		}
		title, key := texEscaper.Replace(orElse(oneLine(s.Title), words.of("untitled"))), ""
		if len(names) == 0 { // what a list is sorted by
			key = title
		}
		fields := [][2]string{
			{"title", "{" + title + "}"},
			{"key", key},
			{"author", strings.Join(names, " and ")},
			{"journal", texEscaper.Replace(oneLine(s.Outlet))},
			{"date", fullOrYear(s.Published)},
			{"year", year(s.Published)},
			{"url", strings.NewReplacer("{", "%7B", "}", "%7D").Replace(safeURL(s.URL))},
			{"urldate", m.Day(s.Read).String()},
			{"langid", texEscaper.Replace(babelName(s.Language))},
			{"note", words.of("text.hash") + words.colon() + string(s.Text)},
		}
		for _, f := range fields {
			if f[1] != "" {
				_, _ = fmt.Fprintf(b, "  %s = {%s},\n", f[0], f[1]) // the buffer keeps the error for Flush
			}
		}
		_, _ = b.WriteString("}\n\n")
	}
	return b.Flush()
}

// babelNames are what TeX calls languages; it takes codes only from newer
// programs.
var babelNames = map[string]string{
	"ca": "catalan", "cs": "czech", "da": "danish", "de": "ngerman", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
	"it": "italian", "nb": "norsk", "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}

func babelName(language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return orElse(babelNames[base], language)
}

// texEscaper keeps text from being read as TeX.
var texEscaper = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)
