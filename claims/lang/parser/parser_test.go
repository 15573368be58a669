package parser

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shipped reads the parser that travels inside the program.
func shipped(t testing.TB) *Parser {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "models", "parser.bin"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// hostile runs of words: none that grammar expects, and long ones.
func hostile() map[string][]Word {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]Word, 3000)
	for i := range noise {
		noise[i] = Word{Form: random.Uint32(), Tag: uint8(random.UintN(256))}
	}
	comma, verb := Word{Form: FormOf(","), Tag: 4}, Word{Form: FormOf("say"), Tag: 40}
	same := make([]Word, 70_000) // more than the 16 bits in which dependents are counted
	for i := range same {
		same[i] = comma
	}
	return map[string][]Word{
		"noise": noise, "one word": {verb}, "two words": {comma, verb}, "one word over and over": same,
	}
}

func TestTreesAreProjectiveWithOneRoot(t *testing.T) {
	p := shipped(t)
	var s State
	for name, words := range hostile() {
		s.Reset(words)
		p.Parse(&s)
		roots := 0
		for i := range words {
			if s.Head(i) == s.Len() {
				roots++
			}
			if int(s.Rel(i)) >= len(p.Rels()) {
				t.Fatalf("%s: word %d has relation %d of %d", name, i, s.Rel(i), len(p.Rels()))
			}
		}
		if roots != 1 {
			t.Errorf("%s: %d roots", name, roots)
		}
		if i := crossing(&s); i >= 0 {
			t.Errorf("%s: the arc of word %d crosses another", name, i)
		}
	}
}

// crossing is a word whose arc crosses another one, -1 where none does. The
// arcs are opened and closed like brackets, the outermost first.
func crossing(s *State) int {
	n := s.Len()
	closing := make([][]int, n+1) // the left ends of the arcs that end here
	opening := make([][]int, n+1) // the right ends of the arcs that begin here
	for i := range n {
		from, to := min(i, s.Head(i)), max(i, s.Head(i))
		opening[from] = append(opening[from], to)
	}
	for from := n; from >= 0; from-- {
		for _, to := range opening[from] {
			closing[to] = append(closing[to], from) // the innermost first
		}
	}
	var open []int
	for at := range n + 1 {
		for _, from := range closing[at] {
			if len(open) == 0 || open[len(open)-1] != from {
				return at
			}
			open = open[:len(open)-1]
		}
		for range opening[at] {
			open = append(open, at)
		}
	}
	return -1
}

// Every word is shifted once and gets its head once, whatever the sentence:
// the work grows with the words alone.
func TestEveryWordCostsTwoMoves(t *testing.T) {
	p := shipped(t)
	var s State
	for name, words := range hostile() {
		s.Reset(words)
		moves := 0
		for ; !s.Done(); moves++ {
			s.Apply(p.Choose(&s), p)
		}
		if moves != 2*len(words) {
			t.Errorf("%s: %d moves for %d words", name, moves, len(words))
		}
	}
}

func TestParsingIsRepeatable(t *testing.T) {
	p := shipped(t)
	words := hostile()["noise"]
	var first, again State
	first.Reset(words)
	p.Parse(&first)
	again.Reset(words[:100]) // what was parsed before leaves no trace
	p.Parse(&again)
	again.Reset(words)
	p.Parse(&again)
	for i := range words {
		if first.Head(i) != again.Head(i) || first.Rel(i) != again.Rel(i) {
			t.Fatalf("word %d: head %d and %d, relation %d and %d", i, first.Head(i), again.Head(i), first.Rel(i), again.Rel(i))
		}
	}
}

func TestParsingAllocatesNothing(t *testing.T) {
	p := shipped(t)
	words := hostile()["noise"]
	var s State
	if n := testing.AllocsPerRun(3, func() {
		s.Reset(words)
		p.Parse(&s)
	}); n != 0 {
		t.Errorf("%v allocations for %d words", n, len(words))
	}
}

func TestDamagedParserIsRefused(t *testing.T) {
	nothing := []byte(strings.Repeat("\xff", 4))
	for name, data := range map[string][]byte{
		"empty": nil, "no relations": Encode(nil, nothing, nil, nothing, nil), "no moves": Encode([]string{"dep"}, nothing, nil, nothing, nil),
	} {
		if _, err := Read(data); err == nil {
			t.Errorf("%s: was read", name)
		}
	}
}

// BenchmarkParse measures the words of a sentence that says little.
func BenchmarkParse(b *testing.B) {
	p := shipped(b)
	words := hostile()["noise"]
	var s State
	for b.Loop() {
		s.Reset(words)
		p.Parse(&s)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
