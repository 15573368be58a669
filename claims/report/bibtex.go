package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"onrecord/claims"
)

func init() { writers[BibTeX] = writer{".bib", writeBibTeX} }

// writeBibTeX writes the sources as BibLaTeX entries in UTF-8; the year,
// journal and month that older styles look for are there too.
func writeBibTeX(w io.Writer, m *Model) error {
	b, words := bufio.NewWriter(w), wordsFor(m.Options.Language)
	for _, s := range m.Sources {
		if _, err := fmt.Fprintf(b, "@article{%s,\n", anchor("onrecord", s.ID)); err != nil {
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
		fields := [][2]string{
			{"title", "{" + texEscaper.Replace(titleOf(s.Article)) + "}"},
			{"author", strings.Join(names, " and ")},
			{"journal", texEscaper.Replace(oneLine(s.Outlet))},
			{"date", fullOrYear(s.Published)},
			{"year", year(s.Published)},
			{"url", strings.NewReplacer("{", "%7B", "}", "%7D").Replace(safeURL(s.URL))},
			{"urldate", claims.DateOf(s.Read).String()},
			{"langid", texEscaper.Replace(s.Language)},
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

// texEscaper keeps text from being read as TeX.
var texEscaper = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)
