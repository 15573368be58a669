package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// ownPassages are invented passages with their statements marked, in the form
// that claims/extract/testdata/passages/forms.txt explains: the ones to learn
// from and the ones that are kept to measure with. Of the passages of the tests
// those in odd places may be learned from, and all of learned.txt.
func ownPassages() (learned, kept []annotated, err error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, nil, err
	}
	learned, err = readPassages(filepath.Join(root, "cmd", "train", "attribution_passages.txt"))
	if err != nil {
		return nil, nil, err
	}
	tests, err := filepath.Glob(filepath.Join(root, "claims", "extract", "testdata", "passages", "*.txt"))
	if err != nil {
		return nil, nil, err
	}
	for _, path := range tests {
		all, err := readPassages(path)
		if err != nil {
			return nil, nil, err
		}
		for i := range all {
			if i%2 == 1 && filepath.Base(path) != "learned.txt" {
				kept = append(kept, all[i])
			} else {
				learned = append(learned, all[i])
			}
		}
	}
	return learned, kept, nil
}

// readPassages reads a file of marked passages.
func readPassages(path string) ([]annotated, error) {
	data, err := os.ReadFile(path) //nolint:gosec // the repository names its own files
	if err != nil {
		return nil, err
	}
	var out []annotated
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		marked, answers, ok := strings.Cut(rest, "\n----")
		if !ok {
			return nil, fmt.Errorf("%s: %q has no line of dashes", path, name)
		}
		a := unmark(strings.TrimSpace(marked))
		a.ID = name
		for line := range strings.Lines(answers) {
			number, answer, _ := strings.Cut(line, " ")
			if k := strings.TrimSpace(number); k != "" && slices.Contains(strings.Split(strings.TrimSpace(answer), " | "), "optional") {
				a.optional(k)
			}
		}
		out = append(out, a)
	}
	return out, nil
}

var passageMark = regexp.MustCompile(`^\[([scq])(\d(?:\+\d)*) |^\[(n) `)

// unmark takes the marks out of the text and notes what they enclose, in code
// points.
func unmark(marked string) annotated {
	type open struct {
		part, numbers string
		start         int
	}
	var stack []open
	var b strings.Builder
	var a annotated
	parts := map[string]*marks{}
	for i := 0; i < len(marked); i++ {
		m := passageMark.FindStringSubmatch(marked[i:])
		switch {
		case m != nil:
			stack = append(stack, open{m[1] + m[3], m[2], utf8.RuneCountInString(b.String())})
			i += len(m[0]) - 1
			continue
		case marked[i] == '[':
			stack = append(stack, open{})
		case marked[i] == ']' && len(stack) > 0:
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if o.part != "" {
				note(parts, o.part, o.numbers, [2]int{o.start, utf8.RuneCountInString(b.String())})
				continue
			}
		}
		b.WriteByte(marked[i])
	}
	a.Text = b.String()
	a.Statements = []marks{}
	numbers := make([]string, 0, len(parts))
	for n := range parts {
		numbers = append(numbers, n)
	}
	sort.Strings(numbers)
	for _, n := range numbers {
		parts[n].Kind = n
		a.Statements = append(a.Statements, *parts[n])
	}
	return a
}

// note adds a span to a part of each of the numbered statements.
func note(parts map[string]*marks, part, numbers string, span [2]int) {
	if part == "n" {
		return
	}
	for n := range strings.SplitSeq(numbers, "+") {
		if parts[n] == nil {
			parts[n] = &marks{}
		}
		switch m := parts[n]; part {
		case "s":
			m.Source = append(m.Source, span)
		case "c":
			m.Cue = append(m.Cue, span)
		default:
			m.Content = append(m.Content, span)
		}
	}
}

// optional marks a statement as one that may be left out.
func (a *annotated) optional(number string) {
	for i := range a.Statements {
		if a.Statements[i].Kind == number {
			a.Statements[i].Borderline = true
		}
	}
}
