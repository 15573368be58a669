package speakers

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"onrecord/claims"
)

// passage is one case of testdata/passages.txt.
type passage struct {
	name, text string
	attrs      map[int]*Attribution
	want       map[int]wanted
}

type wanted struct {
	name, typ string
	others    []string
}

var openMark = regexp.MustCompile(`^\[([scq])(\d) ?`)

// readPassages reads the file that a journalist could read, too.
func readPassages(t *testing.T) []passage {
	t.Helper()
	data, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	for _, block := range strings.Split(string(data), "\n== ")[1:] {
		title, rest, _ := strings.Cut(block, "\n")
		marked, answers, ok := strings.Cut(rest, "\n----\n")
		if !ok {
			t.Fatalf("%s: no answers", title)
		}
		p := passage{name: title, attrs: map[int]*Attribution{}, want: map[int]wanted{}}
		p.text = p.unmark(marked)
		for line := range strings.Lines(answers) {
			p.addWanted(t, strings.TrimSpace(line))
		}
		out = append(out, p)
	}
	return out
}

// unmark takes the marks out of a text and notes the spans that they enclose.
func (p *passage) unmark(marked string) string {
	type open struct {
		part  byte
		n     int
		start int
	}
	var stack []open
	var b strings.Builder
	for i := 0; i < len(marked); i++ {
		if m := openMark.FindStringSubmatch(marked[i:]); m != nil {
			n, _ := strconv.Atoi(m[2])
			stack = append(stack, open{m[1][0], n, b.Len()})
			i += len(m[0]) - 1
			continue
		}
		if marked[i] != ']' || len(stack) == 0 {
			b.WriteByte(marked[i])
			continue
		}
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		at := p.attrs[o.n]
		if at == nil {
			at = &Attribution{Outer: -1}
			p.attrs[o.n] = at
		}
		span := []claims.Span{{Start: o.start, End: b.Len()}}
		switch o.part {
		case 's':
			at.Source = append(at.Source, span...)
		case 'c':
			at.Cue = append(at.Cue, span...)
		default:
			at.Content = append(at.Content, span...)
			at.Quoted = strings.HasPrefix(b.String()[o.start:], `"`)
		}
	}
	return b.String()
}

// addWanted reads a line such as `1 Ana Ruiz | person ? Bo Marsh`.
func (p *passage) addWanted(t *testing.T, line string) {
	t.Helper()
	if line == "" {
		return
	}
	number, rest, _ := strings.Cut(line, " ")
	n, err := strconv.Atoi(number)
	if err != nil {
		t.Fatalf("%s: %q has no number", p.name, line)
	}
	rest, others, _ := strings.Cut(rest, "?")
	name, typ, _ := strings.Cut(rest, "|")
	w := wanted{name: strings.TrimSpace(name), typ: strings.TrimSpace(typ)}
	if others != "" {
		for o := range strings.SplitSeq(others, ",") {
			w.others = append(w.others, strings.TrimSpace(o))
		}
	}
	p.want[n] = w
}

func TestPassages(t *testing.T) {
	for _, p := range readPassages(t) {
		t.Run(strings.ReplaceAll(p.name, " ", "_"), func(t *testing.T) {
			numbers := make([]int, 0, len(p.attrs))
			for n := range p.attrs {
				numbers = append(numbers, n)
			}
			slices.Sort(numbers)
			attrs := make([]Attribution, len(numbers))
			for i, n := range numbers {
				attrs[i] = *p.attrs[n]
			}
			got := Resolve(parse(t, p.text), Input{}, attrs)
			for i, n := range numbers {
				w, ok := p.want[n]
				if !ok {
					t.Fatalf("the passage does not tell who %d is", n)
				}
				g := got[i]
				if g.Name != w.name || string(g.Type) != w.typ {
					t.Errorf("%d (%s): got %s | %s, want %s | %s; %v %s", n, claims.Quote(p.text, attrs[i].Source), g.Name, g.Type, w.name, w.typ, g.Evidence, g.Doubt)
				}
				for _, o := range w.others {
					if !slices.Contains(g.Candidates, o) || g.Doubt == "" {
						t.Errorf("%d: could also be %s, but the candidates are %v and the doubt is %q", n, o, g.Candidates, g.Doubt)
					}
				}
			}
		})
	}
}
