package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"time"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

func main() {
	ep := flag.Int("epochs", 4, "")
	lr := flag.Float64("rate", 0.1, "")
	folds := flag.Int("folds", 2, "")
	some := flag.Int("n", 10000, "")
	useSilver := flag.Bool("silver", true, "")
	errs := flag.Int("errors", 0, "")
	drop := flag.Float64("drop", 0.1, "")
	hide := flag.Float64("hide", 0.15, "")
	half := flag.Int("half", -1, "")
	house := flag.Int("house", 1, "")
	hw := flag.Float64("hw", 4, "")
	flag.Parse()
	if *ep == 99 {
		agree()
		return
	}
	dir := "/work/shared/corpora/polnear/"
	load := func(split string) ([]annotated, []attribution.Example) {
		docs, err := readAnnotated(dir + split + ".jsonl")
		if err != nil {
			panic(err)
		}
		var sil map[string][]stok
		if *useSilver {
			sil = readSilver(dir + split + "-corenlp.tsv.gz")
		}
		var keep []annotated
		var exs []attribution.Example
		order := silverOrder(dir + split + "-corenlp.tsv.gz")
		for i := range docs {
			if k, ok := order[docs[i].ID]; split == "train" && *half >= 0 && ok && k%2 != *half {
				continue
			}
			if len(keep) >= *some {
				break
			}
			var d *lang.Document
			if *useSilver {
				s, ok := sil[docs[i].ID]
				if !ok {
					continue
				}
				d = project(docs[i].Text, s)
			} else {
				d = lang.Parse(docs[i].Text)
			}
			keep = append(keep, docs[i])
			exs = append(exs, example(&docs[i], d))
		}
		return keep, exs
	}
	_, train := load("train")
	devDocs, dev := load("dev")
	for _, h := range []string{"phenomena", "wikinews"} {
		docs, _ := readAnnotated("/work/shared/corpora/" + h + "/dev.jsonl")
		for i := range docs {
			if *house == 0 || *house == 2 && i%2 == 1 {
				continue
			}
			ex := example(&docs[i], lang.Parse(docs[i].Text))
			ex.Weight = *hw
			for k := range docs[i].Statements {
				ex.Gold[k].Loose = docs[i].Statements[k].Borderline
			}
			train = append(train, ex)
		}
	}
	t := time.Now()
	m := attribution.Learn(train, attribution.Settings{Seed: 1, Epochs: *ep, Rate: *lr, Folds: *folds, Drop: *drop, Hide: *hide, Keep: 0.35, Log: os.Stderr})
	fmt.Fprintln(os.Stderr, "trained in", time.Since(t))
	for _, thr := range []float64{0.25, 0.3, 0.35, 0.4, 0.5} {
		m = requant(m)
		m.Options().Keep = thr
		b := board{}
		t = time.Now()
		words := 0
		for i := range dev {
			found := m.Find(m.NewScene(dev[i].Scene.Doc))
			words += len(dev[i].Scene.Doc.Tokens)
			doc := dev[i].Scene.Doc
			runes := claims.NewRunes(doc.Text)
			pts := func(s attribution.Stretch) [2]int {
				p := runes.Points(claims.Span{Start: doc.Tokens[s.First].Span.Start, End: doc.Tokens[s.Last].Span.End})
				return [2]int{p.Start, p.End}
			}
			var pred []marks
			for _, f := range found {
				mk := marks{Cue: [][2]int{pts(f.Cue)}}
				for _, c := range f.Content {
					mk.Content = append(mk.Content, pts(c))
				}
				if f.HasSource {
					mk.Source = [][2]int{pts(f.Source)}
				}
				pred = append(pred, mk)
			}
			b.add(devDocs[i].Text, devDocs[i].Attributions, pred)
		}
		fmt.Printf("threshold %.2f, %d tokens in %v\n%v\n", thr, words, time.Since(t), &b)
	}
	_ = errs
}

func requant(m *attribution.Model) *attribution.Model {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		panic(err)
	}
	os.WriteFile("/tmp/attribution.bin", b.Bytes(), 0o644)
	q, err := attribution.Read(b.String())
	if err != nil {
		panic(err)
	}
	return q
}
