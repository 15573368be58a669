package main

import (
	"bufio"
	"compress/gzip"
	"os"
	"strconv"
	"strings"

	"onrecord/claims/lang"
)

type stok struct {
	a, b            int
	lemma, tag, rel string
	head            int
}

func readSilver(path string) map[string][]stok {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	z, _ := gzip.NewReader(f)
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	out := map[string][]stok{}
	cur := ""
	base := 0
	for sc.Scan() {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "# ") && !strings.Contains(l, "\t"):
			cur = l[2:]
			base = 0
		case l == "":
			base = len(out[cur])
		default:
			p := strings.Split(l, "\t")
			if len(p) < 8 {
				continue
			}
			a, _ := strconv.Atoi(p[0])
			b, _ := strconv.Atoi(p[1])
			h, _ := strconv.Atoi(p[6])
			if h > 0 {
				h = base + h - 1
			} else {
				h = -1
			}
			out[cur] = append(out[cur], stok{a, b, p[3], p[4], p[7], h})
		}
	}
	return out
}

func v2(rel string, headTag string) string {
	switch rel {
	case "dobj":
		return "obj"
	case "nsubjpass":
		return "nsubj:pass"
	case "csubjpass":
		return "csubj:pass"
	case "auxpass":
		return "aux:pass"
	case "mwe":
		return "fixed"
	case "neg":
		return "advmod"
	case "nmod:agent":
		return "obl:agent"
	case "nmod":
		if strings.HasPrefix(headTag, "VB") || strings.HasPrefix(headTag, "JJ") {
			return "obl"
		}
	}
	return rel
}

func project(text string, sil []stok) *lang.Document {
	d := lang.Split(text)
	bytes := make([]int, 0, len(text)+1)
	for i := range text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(text))
	at := map[int]int{}
	for i, t := range d.Tokens {
		at[t.Span.Start] = i
	}
	to := make([]int, len(sil))
	from := make([]int, len(d.Tokens))
	for i := range from {
		from[i] = -1
	}
	for k, s := range sil {
		to[k] = -1
		if i, ok := at[bytes[s.a]]; ok {
			to[k] = i
			if from[i] < 0 {
				from[i] = k
			}
		}
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Head = -1
		k := from[i]
		if k < 0 {
			if i > 0 && d.Tokens[i-1].Sent == t.Sent {
				t.Head = i - 1
			}
			t.Tag, t.Rel, t.Lemma = "X", "dep", t.Lower
			continue
		}
		s := sil[k]
		t.Lemma, t.Tag = strings.ToLower(s.lemma), s.tag
		t.Rel = s.rel
		if s.head >= 0 {
			t.Rel = v2(s.rel, sil[s.head].tag)
			if j := to[s.head]; j >= 0 && d.Tokens[j].Sent == t.Sent && j != i {
				t.Head = j
			}
		}
		if t.Head < 0 {
			t.Rel = "root"
		}
	}
	// break cycles
	for i := range d.Tokens {
		n := 0
		for h := d.Tokens[i].Head; h >= 0; h = d.Tokens[h].Head {
			if n++; n > 400 {
				d.Tokens[i].Head = -1
				break
			}
		}
	}
	return d
}

func silverOrder(path string) map[string]int {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	z, _ := gzip.NewReader(f)
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	out := map[string]int{}
	for sc.Scan() {
		if l := sc.Text(); strings.HasPrefix(l, "# ") && !strings.Contains(l, "\t") {
			out[l[2:]] = len(out)
		}
	}
	return out
}
