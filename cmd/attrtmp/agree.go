package main

import (
	"fmt"

	"onrecord/claims/lang"
)

func agree() {
	dir := "/work/shared/corpora/polnear/"
	docs, _ := readAnnotated(dir + "train.jsonl")
	sil := readSilver(dir + "train-corenlp.tsv.gz")
	order := silverOrder(dir + "train-corenlp.tsv.gz")
	var same, all, tag [2]int
	for i := range docs[:200] {
		s, ok := sil[docs[i].ID]
		if !ok {
			continue
		}
		k := order[docs[i].ID] % 2
		a, b := project(docs[i].Text, s), lang.Parse(docs[i].Text)
		for t := range a.Tokens {
			if a.Tokens[t].Tag == "X" {
				continue
			}
			all[k]++
			if a.Tokens[t].Head == b.Tokens[t].Head {
				same[k]++
			}
			if a.Tokens[t].Tag == b.Tokens[t].Tag {
				tag[k]++
			}
		}
	}
	for k := range all {
		fmt.Println(k, all[k], float64(same[k])/float64(all[k]), float64(tag[k])/float64(all[k]))
	}
}
