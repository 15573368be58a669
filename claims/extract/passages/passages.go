// Package passages reads invented passages, to learn the extraction from and to
// test it with: texts with the statements marked in them, made to be read by
// people.
//
// A file holds passages of the form
//
//	== name
//	[s1 She] [c1 said] [q1 that [s2 he] [c2 had promised] [q2 to pay]].
//	----
//	1 what the first statement is to be
//	2 what the second is to be
//
// s marks the source of a statement, c its cue, q its content, each as often as
// it has parts; [s1+2 ...] is shared by two statements; [n ...] is what only
// looks like one. Other square brackets belong to the text.
package passages

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// Passage is a text with its statements.
type Passage struct {
	Name, Text string
	Statements []Statement   // by their numbers
	Not        []claims.Span // what only looks like a statement
}

// Statement is the spans of one statement, in bytes of the text, and the
// answer that stands behind its number.
type Statement struct {
	Source, Cue, Content []claims.Span
	Number               int
	Answer               string
}

// Read reads a file of passages. Every statement needs its content and its
// answer; the error names the passage that is wrong.
func Read(path string) ([]Passage, error) {
	data, err := os.ReadFile(path) //nolint:gosec // the repository names its own files
	if err != nil {
		return nil, err
	}
	var out []Passage
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		p, err := parse(block)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no passage", path)
	}
	return out, nil
}

// parse reads one passage: its name, its marked text, a line of dashes and its
// answers.
func parse(block string) (Passage, error) {
	name, rest, _ := strings.Cut(block, "\n")
	p := Passage{Name: name}
	marked, answers, ok := strings.Cut(rest, "\n----")
	if !ok {
		return p, fmt.Errorf("%q has no line of dashes", name)
	}
	p.unmark(strings.TrimSpace(marked))
	for line := range strings.Lines(answers) {
		if err := p.answer(strings.TrimSpace(line)); err != nil {
			return p, err
		}
	}
	for _, s := range p.Statements {
		if s.Answer == "" || len(s.Content) == 0 {
			return p, fmt.Errorf("%q: statement %d lacks its answer or its content", name, s.Number)
		}
	}
	return p, nil
}

// Learnable reports whether the passage at a place of a file of the tests,
// counted from 0, may be learned from: every other one, all of the files whose
// names begin with "learned", and none of those whose names begin with "kept".
// The rest is kept to measure with.
func Learnable(path string, place int) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, "learned") || place%2 == 0 && !strings.HasPrefix(name, "kept")
}

var mark = regexp.MustCompile(`^\[([scq])(\d+(?:\+\d+)*) ?|^\[(n) `)

// unmark takes the marks out of the text and notes the spans that they enclose.
func (p *Passage) unmark(marked string) {
	type open struct {
		part    string
		numbers string
		start   int
	}
	var stack []open
	var b strings.Builder
	for i := 0; i < len(marked); i++ {
		m := mark.FindStringSubmatch(marked[i:])
		switch {
		case m != nil:
			stack = append(stack, open{m[1] + m[3], m[2], b.Len()})
			i += len(m[0]) - 1
			continue
		case marked[i] == '[':
			stack = append(stack, open{})
		case marked[i] == ']' && len(stack) > 0:
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if o.part != "" {
				p.note(o.part, o.numbers, claims.Span{Start: o.start, End: b.Len()})
				continue
			}
		}
		b.WriteByte(marked[i])
	}
	p.Text = b.String()
}

func (p *Passage) note(part, numbers string, span claims.Span) {
	if part == "n" {
		p.Not = append(p.Not, span)
		return
	}
	for number := range strings.SplitSeq(numbers, "+") {
		n, _ := strconv.Atoi(number)
		s := p.statement(n)
		switch part {
		case "s":
			s.Source = append(s.Source, span)
		case "c":
			s.Cue = append(s.Cue, span)
		default:
			s.Content = append(s.Content, span)
		}
	}
}

// statement finds the one of a number, or makes it.
func (p *Passage) statement(n int) *Statement {
	at, found := slices.BinarySearchFunc(p.Statements, n, func(s Statement, n int) int { return s.Number - n })
	if !found {
		p.Statements = slices.Insert(p.Statements, at, Statement{Number: n})
	}
	return &p.Statements[at]
}

// answer reads a line such as "1 Ana Ruiz".
func (p *Passage) answer(line string) error {
	if line == "" {
		return nil
	}
	number, rest, _ := strings.Cut(line, " ")
	n, err := strconv.Atoi(number)
	if err != nil {
		return fmt.Errorf("%q: the answer %q has no number", p.Name, line)
	}
	p.statement(n).Answer = rest
	return nil
}

// Cut makes statements of runs of tokens, to feed any text into what expects
// statements: runs of step tokens, the first at token start.
func Cut(doc *lang.Document, start, step int) []Statement {
	span := func(first, last int) []claims.Span {
		if first >= len(doc.Tokens) {
			return nil
		}
		return []claims.Span{doc.Span(lang.Range{First: first, Last: min(last, len(doc.Tokens))})}
	}
	var out []Statement
	for i := start % (len(doc.Tokens) + 1); i < len(doc.Tokens); i += 2*step + 1 {
		out = append(out, Statement{Source: span(i, i+step), Cue: span(i+step, i+step+1), Content: span(i+step+1, i+2*step)})
	}
	return append(out, Statement{}, Statement{Content: span(0, 3)})
}
