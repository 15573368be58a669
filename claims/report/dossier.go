package report

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord/assets"
	"onrecord/claims"
)

func init() { writers[Dossier] = writer{".zip", writeDossier} }

// writeDossier writes a ZIP file with the report and everything that it rests
// on: frozen texts, the same texts with the statements marked, original and
// evidence files, and the checksums of them all.
func writeDossier(w io.Writer, m *Model) error {
	d := &dossier{packer: packer{Writer: zip.NewWriter(w), made: m.Made}, m: m, w: wordsFor(m.Options.Language), packed: map[string]bool{}}
	d.index()
	for _, f := range []struct {
		name   string
		format Format
	}{{"report.html", HTML}, {"report.md", MD}, {"annotations.jsonld", Annotations}, {"sources.json", CSL}} {
		if err := d.report(f.name, f.format); err != nil {
			return err
		}
	}
	for _, s := range m.Sources {
		if err := d.source(s); err != nil {
			return err
		}
	}
	for _, c := range m.Claims {
		for _, o := range c.Outcomes {
			for _, e := range o.Evidence {
				d.evidence(&e)
			}
		}
	}
	if err := d.readme(); err != nil {
		return err
	}
	d.text("SHA256SUMS", d.checksums())
	return d.close()
}

// dossier is a dossier in the making.
type dossier struct {
	packer
	m        *Model
	w        words
	sums     []checksum
	packed   map[string]bool       // evidence files that are in
	intact   int                   // texts that have their checksum
	speakers map[claims.ID]string  // of every statement
	passages map[*Source][]passage // that outcomes rest on
	remarks  []string              // what did not hold when it was written
}

type checksum struct {
	name string
	hash claims.Hash
}

// put writes a member and notes its checksum.
func (d *dossier) put(name string, data []byte) {
	d.add(name, data)
	d.sums = append(d.sums, checksum{name, claims.HashOf(data)})
}

// report writes a report as a member, as it is made.
func (d *dossier) report(name string, f Format) error {
	sum := sha256.New()
	if err := writers[f].write(io.MultiWriter(d.create(name), sum), d.m); err != nil {
		return err
	}
	d.sums = append(d.sums, checksum{name, claims.Hash(hex.EncodeToString(sum.Sum(nil)))})
	return nil
}

// source writes the frozen text of an article, the text with its statements
// marked, and the file that it was read from.
func (d *dossier) source(s *Source) error {
	stem := fmt.Sprintf("%03d-%s", s.Number, safeStem(s.Title))
	frozen, ok := d.m.Texts[s.Text]
	switch {
	case !ok:
		d.remark("dossier.missing", "sources/"+stem+".txt")
	case claims.HashOf([]byte(frozen)) != s.Text:
		d.remark("dossier.changed", "sources/"+stem+".txt")
	default:
		d.intact++
	}
	if ok {
		d.put("sources/"+stem+".txt", []byte(frozen))
		page, err := d.marked(s, frozen)
		if err != nil {
			return err
		}
		d.put("sources/"+stem+".html", page)
	}
	if s.Original == "" {
		return nil
	}
	name := fmt.Sprintf("originals/%03d-%s", s.Number, safeName(orElse(s.File, s.Title+"."+s.Format)))
	if data, ok := d.m.Files[s.Original]; ok {
		d.put(name, data)
	} else {
		d.remark("dossier.missing", name)
	}
	return nil
}

// evidence writes a kept file once, named after its hash and its own name.
func (d *dossier) evidence(e *Evidence) {
	if e.File == "" {
		return
	}
	name := "evidence/" + string(e.File)[:min(12, len(e.File))] + "-" + safeName(e.FileName)
	if d.packed[name] {
		return
	}
	d.packed[name] = true
	if data, ok := d.m.Files[e.File]; ok {
		d.put(name, data)
	} else {
		d.remark("dossier.missing", name)
	}
}

func (d *dossier) remark(key, what string) {
	d.remarks = append(d.remarks, d.w.of(key)+": "+what)
}

// readme says to a lawyer what is here, how to check it and what that shows.
func (d *dossier) readme() error {
	data, err := assets.ReportFiles.ReadFile("templates/dossier/README." + d.w.of("language") + ".txt")
	if err != nil {
		return err
	}
	made := joined([]string{d.w.date(claims.DateOf(d.m.Made)), d.m.Made.Format("15:04 MST"), oneLine(d.m.Author)})
	out := strings.NewReplacer("{title}", oneLine(d.m.Title), "{made}", made).Replace(string(data))
	out += fmt.Sprintf("%d %s.\n", d.intact, d.w.of("dossier.texts"))
	for _, r := range d.remarks {
		out += r + "\n"
	}
	for _, n := range d.m.Notes {
		out += oneLine(n) + "\n"
	}
	d.put("README.txt", []byte(out))
	return nil
}

// checksums lists every member as sha256sum reads it.
func (d *dossier) checksums() string {
	slices.SortFunc(d.sums, func(a, b checksum) int { return cmp.Compare(a.name, b.name) })
	var b strings.Builder
	for _, s := range d.sums {
		fmt.Fprintf(&b, "%s  %s\n", s.hash, s.name)
	}
	return b.String()
}
