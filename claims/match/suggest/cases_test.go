package suggest_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// beat is a file of written cases: claims of one field of reporting, and the
// articles of the months after.
type beat struct {
	name     string
	held     bool // not looked at while the weights were chosen
	claims   []*claimCase
	articles []*articleCase
}

type claimCase struct {
	key string
	own []*articleCase // in which it was made
	suggest.Claim
}

type articleCase struct {
	title, text string
	published   claims.Date
	bears       map[string]claims.Relation // by key of the claim
}

// readBeats reads all files of written cases.
func readBeats(t testing.TB) []*beat {
	t.Helper()
	files, err := filepath.Glob("testdata/outcomes/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var out []*beat
	for _, f := range files {
		b := &beat{name: strings.TrimSuffix(filepath.Base(f), ".txt")}
		for _, block := range blocks(t, f) {
			b.take(t, block)
		}
		out = append(out, b)
	}
	return out
}

// blocks reads the blocks of a file: lines between empty ones, without those
// that begin with "#".
func blocks(t testing.TB, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][]string
	var block []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		switch line := lines.Text(); {
		case line == "" && block != nil:
			out, block = append(out, block), nil
		case line != "" && line[0] != '#':
			block = append(block, line)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if block != nil {
		out = append(out, block)
	}
	return out
}

func (b *beat) take(t testing.TB, block []string) {
	t.Helper()
	head := strings.Fields(block[0])
	switch head[0] {
	case "held":
		b.held = true
	case "claim":
		said, due, _ := strings.Cut(strings.TrimPrefix(block[2], "said "), ", due ")
		who, _, _ := strings.Cut(strings.TrimPrefix(block[1], "by "), ",")
		b.claims = append(b.claims, &claimCase{key: head[1], Claim: suggest.Claim{
			Text: block[3], Speaker: []string{who}, MadeOn: date(t, said), Due: date(t, due),
		}})
	case "article":
		a := &articleCase{title: block[1], text: strings.Join(block[1:], "\n\n"), published: date(t, head[1]), bears: map[string]claims.Relation{}}
		for i := 2; i+1 < len(head); i += 2 {
			a.bears[head[i+1]] = claims.Relation(head[i])
		}
		b.articles = append(b.articles, a)
	default:
		t.Fatalf("%s: what is %q?", b.name, block[0])
	}
}

func date(t testing.TB, s string) claims.Date {
	t.Helper()
	d, err := claims.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ranking sums up lists of proposals against what a person would accept.
type ranking struct {
	queries, first        int     // first: those with the best proposal accepted
	atThree, recall       float64 // sums over the queries
	proposed, accepted    int
	wrongFirst, wrongNone int // first proposal wrong; proposals where there is nothing to find
}

// note takes in one ranked list: for each proposal whether it belongs, and how
// many there are to find.
func (r *ranking) note(belongs []bool, toFind int) {
	belongs = belongs[:min(10, len(belongs))]
	for _, b := range belongs {
		r.proposed++
		if b {
			r.accepted++
		}
	}
	if toFind == 0 {
		if len(belongs) > 0 {
			r.wrongNone++
		}
		return
	}
	r.queries++
	if len(belongs) > 0 && belongs[0] {
		r.first++
	}
	top := belongs[:min(3, len(belongs))]
	if n := min(3, toFind); len(top) > 0 {
		r.atThree += float64(count(top)) / float64(max(n, min(len(top), 3)))
	}
	r.recall += float64(count(belongs)) / float64(min(toFind, 10))
}

func count(all []bool) int {
	return len(slices.DeleteFunc(slices.Clone(all), func(b bool) bool { return !b }))
}

func (r *ranking) precisionAtOne() float64   { return float64(r.first) / float64(r.queries) }
func (r *ranking) precisionAtThree() float64 { return r.atThree / float64(r.queries) }
func (r *ranking) recallAtTen() float64      { return r.recall / float64(r.queries) }
