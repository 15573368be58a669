package extract_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/extract/passages"
)

// TestTimes reads the days and deadlines of the passages in testdata/times,
// each with an article's day of its own, through the whole pipeline. Those in
// odd places were learned from, those in even places are only measured.
func TestTimes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file              string
		learned, measured float64 // shares right of the statements found, in percent
	}{
		{"said.txt", 88, 75},
		{"due.txt", 91, 91},
		{"wires.txt", 90, 86},
	} {
		all, err := passages.Read(filepath.Join("testdata/times", c.file))
		if err != nil {
			t.Fatal(err)
		}
		var learned, measured times
		for i, p := range all {
			if i%2 == 1 {
				measured.read(t, p, func(string, ...any) {})
			} else {
				learned.read(t, p, t.Logf)
			}
		}
		learned.report(t, c.file+", learned from", c.learned)
		measured.report(t, c.file+", only measured", c.measured)
	}
}

// times counts what was right and all, of the statements that were found.
type times struct {
	statements, day, certain, due, class [2]int
}

// read sets the times of a passage against the wanted ones.
func (s *times) read(t *testing.T, p passages.Passage, logf func(string, ...any)) {
	t.Helper()
	published, err := claims.ParseDate(p.Name[strings.LastIndex(p.Name, " ")+1:])
	if err != nil {
		t.Fatalf("%q does not end with a day: %v", p.Name, err)
	}
	found := extract.Statements(extract.Input{Text: p.Text, Published: published})
	for _, g := range p.Statements {
		w := wantedOf(g.Answer)
		at := slices.IndexFunc(found, func(f extract.Found) bool { return overlap(p.Text, f.Content, g.Content) > 0.5 })
		if !w.optional {
			count(&s.statements, at >= 0)
		}
		if at < 0 {
			continue
		}
		f := &found[at]
		count(&s.class, w.sort == "" || oneOf(w.sort, func(want string) bool { return string(f.Class) == want }))
		fixed := f.SaidWords != "" && f.SaidOn.IsFull()
		if w.on != "" {
			right := oneOf(w.on, func(want string) bool { return strings.HasPrefix(f.SaidOn.String(), want) || want == "none" && !fixed })
			count(&s.day, right)
			if fixed {
				count(&s.certain, right)
			}
			if !right {
				logf("%s: said on %s (%q), want %s: %s", p.Name, f.SaidOn, f.SaidWords, w.on, f.Text)
			}
		}
		if w.due != "" {
			right := oneOf(w.due, func(want string) bool {
				return strings.HasPrefix(f.Due.String(), want) || f.Due.IsZero() && (want == "none" || want == "words" && f.DueWords != "")
			})
			count(&s.due, right)
			if !right {
				logf("%s: due %s (%q, %s), want %s: %s", p.Name, f.Due, f.DueWords, f.Class, w.due, f.Text)
			}
		}
	}
}

// oneOf reports whether one of the answers between slashes is right.
func oneOf(answers string, right func(string) bool) bool {
	return slices.ContainsFunc(strings.Split(answers, "/"), right)
}

func count(pair *[2]int, right bool) {
	pair[1]++
	if right {
		pair[0]++
	}
}

func (s *times) report(t *testing.T, name string, floor float64) {
	t.Helper()
	right, all := s.day[0]+s.due[0], s.day[1]+s.due[1]
	t.Logf("%s: found %d of %d statements; day right %d of %d, of the certain %d of %d; due right %d of %d, class %d of %d", name, s.statements[0], s.statements[1],
		s.day[0], s.day[1], s.certain[0], s.certain[1], s.due[0], s.due[1], s.class[0], s.class[1])
	if share := 100 * float64(right) / float64(all); share < floor {
		t.Errorf("%s: %.1f%% right, want at least %.1f%%", name, share, floor)
	}
}
