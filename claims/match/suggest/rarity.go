package suggest

import "math"

// Counter knows in how many of its documents a folded word stands: the search
// index of an archive, or a handful of texts.
type Counter interface {
	// Frequency gives the number of documents that hold the word, and the
	// number of all documents.
	Frequency(word string) (holding, all int)
}

// Texts is a Counter over a few texts.
type Texts struct {
	all     int
	holding map[string]int
}

// NewTexts counts the words of the texts.
func NewTexts(texts ...string) *Texts {
	t := &Texts{all: len(texts), holding: map[string]int{}}
	for _, text := range texts {
		seen := map[string]bool{}
		for _, s := range Read(text).sentences {
			for _, w := range s {
				if !seen[w.folded] {
					seen[w.folded] = true
					t.holding[w.folded]++
				}
			}
		}
	}
	return t
}

// Frequency implements Counter.
func (t *Texts) Frequency(word string) (holding, all int) { return t.holding[word], t.all }

// A young archive says little about which words are rare. It is helped by as
// many imagined documents, in which a word stands as often as it does in news,
// and one that is written as a name or that news does not know, rarely.
const (
	imagined    = 400
	mostOften   = 1.0 / 8
	outOfTheWay = 1.0 / 400
)

// rarity is what a shared word says: the logarithm of one over the share of
// documents that hold it (inverse document frequency, K. Spärck Jones, Journal
// of Documentation 28, 1972), smoothed by the imagined documents.
func rarity(c Counter, w *word) float64 {
	prior := outOfTheWay
	if !w.name {
		prior = min(max(inNews().share(w.stem), outOfTheWay), mostOften)
	}
	holding, all := c.Frequency(w.folded)
	share := (float64(holding) + imagined*prior) / (float64(all) + imagined)
	return -math.Log(min(share, 0.9))
}
