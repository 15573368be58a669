package speakers

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// benchText is a news text of our own in which every paragraph names new
// people.
func benchText(paragraphs int) string {
	var b strings.Builder
	first := []string{"Clara", "Hector", "Maud", "Joost", "Ines", "Piers", "Una"}
	last := []string{"Winthrop", "Vance", "Lindqvist", "Meulen", "Valdor", "Quarrie", "Prager"}
	for i := range paragraphs {
		f, l := first[i%len(first)], last[(i/len(first)+i)%len(last)]+string(rune('a'+i%26))+string(rune('a'+i/26%26))
		b.WriteString("Harbour minister " + f + " " + l + " visited the flooded quay on Monday with two officials. \"The pumps held,\" she said. ")
		b.WriteString(l + " added that the ministry would pay for the repairs within a month. The minister said the Coastal Union had agreed.\n\n")
	}
	return b.String()
}

// attributionsOf takes every word in front of "said" or "added" for a source.
func attributionsOf(doc *lang.Document) []Attribution {
	var out []Attribution
	for i := 1; i < len(doc.Tokens); i++ {
		if w := doc.Tokens[i].Lower; w == "said" || w == "added" {
			out = append(out, Attribution{
				Source: []claims.Span{doc.Tokens[i-1].Span}, Cue: []claims.Span{doc.Tokens[i].Span}, Outer: -1,
			})
		}
	}
	return out
}

func BenchmarkResolve(b *testing.B) {
	for _, size := range []struct {
		name       string
		paragraphs int
	}{{"article", 12}, {"book", 20000}} {
		b.Run(size.name, func(b *testing.B) {
			doc := lang.Parse(benchText(size.paragraphs))
			attrs := attributionsOf(doc)
			words := len(doc.Tokens)
			b.ReportAllocs()
			for b.Loop() {
				Resolve(doc, Input{}, attrs)
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
