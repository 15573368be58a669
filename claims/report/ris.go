package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"onrecord/claims"
)

func init() { writers[RIS] = writer{".ris", writeRIS} }

// writeRIS writes the sources as RIS records, for reference managers.
func writeRIS(w io.Writer, m *Model) error {
	b, words := bufio.NewWriter(w), wordsFor(m.Options.Language)
	tag := func(name, value string) {
		if value = oneLine(value); value != "" || name == "ER" {
			_, _ = fmt.Fprintf(b, "%s  - %s\r\n", name, value) // the buffer keeps the error for Flush
		}
	}
	for _, s := range m.Sources {
		tag("TY", mediumOf(s).ris)
		tag("ID", anchor("onrecord", s.ID))
		tag("TI", orElse(oneLine(s.Title), words.of("untitled")))
		for _, a := range authors(s.Byline) {
			tag("AU", joined([]string{a.family, a.given}))
		}
		tag("T2", s.Outlet)
		tag("PY", year(s.Published))
		tag("DA", risDate(s.Published))
		tag("UR", safeURL(s.URL))
		tag("Y2", risDate(m.Day(s.Read)))
		tag("LA", s.Language)
		tag("N1", words.of("text.hash")+words.colon()+string(s.Text))
		tag("ER", "")
		_, _ = b.WriteString("\r\n")
	}
	return b.Flush()
}

// risDate is YYYY/MM/DD/, the unknown parts empty.
func risDate(d claims.Date) string {
	if d.Year == 0 {
		return ""
	}
	parts := []string{year(d), "", "", ""}
	if d.Month != 0 {
		parts[1] = fmt.Sprintf("%02d", d.Month)
	}
	if d.Day != 0 {
		parts[2] = fmt.Sprintf("%02d", d.Day)
	}
	return strings.Join(parts, "/")
}
