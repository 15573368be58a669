package attribution

import (
	"encoding/binary"
	"math"
	"strings"
)

// judge is the last model: a small logistic regression that turns the answers
// of the others, and how the statement is built, into the probability that a
// reader would mark it. It has few weights, so that it can be fitted to little
// text; it decides what is kept, and its probability is the one that is shown.
type judge struct {
	slope  float32 // of the log-odds that the span model gives the cue
	weight [1 << judgeBits]float32
}

// judges are learned together: what all annotators agree on, and what those of
// the house style see otherwise (Daumé 2007, "Frustratingly Easy Domain
// Adaptation"). The program needs only their sum.
type judges struct{ all, house judge }

// probability judges an attribution of a text in the house style or of another.
func (j *judges) probability(v *verdict) float64 {
	x := j.all.logOdds(v.cued, v.signs)
	if v.house {
		x += j.house.logOdds(v.cued, v.signs)
	}
	return sigmoid(x)
}

func (j *judges) learn(v *verdict, rate float64) {
	step := rate * (v.right - j.probability(v))
	j.all.move(v, step, rate)
	if v.house {
		j.house.move(v, step, rate)
	}
}

// sum is the judge of texts in the house style.
func (j *judges) sum() judge {
	out := j.all
	out.slope += j.house.slope
	for i, w := range j.house.weight {
		out.weight[i] += w
	}
	return out
}

const (
	judgeBits = 14
	seedJudge = 0x1D6E
)

// odds is the logarithm of p/(1-p), within bounds.
func odds(p float64) float64 {
	const most = 6
	return max(-most, min(most, math.Log((p+1e-9)/(1-p+1e-9))))
}

// level is the log-odds of a probability as one of a few steps.
func level(p float64) uint32 { return uint32(int(math.Floor(2*odds(p))) + 16) }

// probability judges an attribution by its signs.
func (j *judge) probability(cued float64, signs []uint32) float64 {
	return sigmoid(j.logOdds(cued, signs))
}

func (j *judge) logOdds(cued float64, signs []uint32) float64 {
	x := float64(j.slope) * odds(cued)
	for _, s := range signs {
		x += float64(j.weight[s&(1<<judgeBits-1)])
	}
	return x
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// move takes one step of gradient descent, with a pull towards zero.
func (j *judge) move(v *verdict, step, rate float64) {
	j.slope += float32(0.1 * step * odds(v.cued))
	const decay = 0.025
	for _, s := range v.signs {
		w := &j.weight[s&(1<<judgeBits-1)]
		*w += float32(step) - float32(rate*decay)**w
	}
}

// judgeSigns describes how an attribution is built.
func (v *view) judgeSigns(b *bag, f *Found) []uint32 {
	s := v.s
	b.reset(seedJudge)
	form, kind, source := v.form(f), v.cueKind(), v.sourceKind(f)
	b.add(1)
	b.one(2, form)
	b.one(3, kind)
	b.one(4, source)
	b.two(5, form, kind)
	b.two(6, source, kind)
	b.one(7, level(f.Bounds))
	words := 0
	for _, st := range f.Content {
		words += st.Last - st.First + 1
	}
	b.one(8, uint32(min(words, 4)))
	if s.Para[v.c] == 0 {
		b.two(9, kind, form)
	}
	if s.outer[v.c] >= 0 {
		b.one(10, form)
	}
	b.two(11, form, level(f.Cued))
	b.one(12, level(f.Cued))
	if len(f.Content) == 2 {
		b.one(13, form)
	}
	cue := &s.hash[v.c]
	b.one(14, cue.lemma)
	b.two(15, cue.lemma, form)
	b.two(16, cue.rel, kind)
	b.two(17, level(f.Sourced), source)
	b.two(18, v.state, kind)
	b.two(19, cue.sense, form)
	b.three(21, cue.use, kind, form)
	b.one(20, uint32(int(v.o.odds[v.c]*2)+40))
	return b.idx
}

// form tells what the content is made of: words in quotation marks, a clause,
// an infinitive, a noun phrase.
func (v *view) form(f *Found) uint32 {
	s := v.s
	quotes := false
	for _, st := range f.Content {
		switch v.quoteShape(st.First, st.Last) {
		case 2, 3, 4:
			return 1
		case 5, 6, 7, 8:
			quotes = true
		}
		for i := st.First; i <= st.Last && i < st.First+farTokens && !quotes; i++ {
			quotes = quotes || s.outer[i] >= 0 && s.outer[i] != s.outer[v.c]
		}
	}
	if quotes {
		return 2
	}
	st := f.Content[len(f.Content)-1]
	if s.Doc.Tokens[st.First].Tag == "TO" {
		return 3
	}
	for i := st.First; i <= st.Last && i < st.First+farTokens; i++ {
		switch s.Doc.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return 4
		}
	}
	if s.Doc.Tokens[st.First].Tag == "VBG" {
		return 5
	}
	return 6
}

// cueKind is what the cue means, coarsely.
func (v *view) cueKind() uint32 {
	t, h := &v.s.Doc.Tokens[v.c], &v.s.hash[v.c]
	switch {
	case t.Lower == "according":
		return 1
	case strings.HasPrefix(t.Tag, "VB"):
		second := h.sense & 63
		switch h.kind {
		case verbCommunication, verbCognition, verbEmotion, verbPerception:
			return h.kind
		}
		if second == verbCommunication {
			return 2
		}
		return 3
	case strings.HasPrefix(t.Tag, "NN"):
		return 4
	case !v.s.word[v.c]:
		return 5
	}
	return 6
}

// sourceKind is what the source is, coarsely.
func (v *view) sourceKind(f *Found) uint32 {
	if !f.HasSource {
		return 0
	}
	s := v.s
	for i := f.Source.First; i <= f.Source.Last; i++ {
		switch s.Doc.Tokens[i].Tag {
		case "NNP", "NNPS":
			return 1
		case "PRP", "PRP$":
			return 2
		case "WP", "WDT":
			return 3
		}
		switch s.hash[i].kind {
		case nounPerson, nounGroup:
			return 4
		}
	}
	return 5
}

// pack saves the weights.
func (j *judge) pack() []byte {
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(j.slope))
	for _, w := range j.weight {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w))
	}
	return out
}

const judgeSize = 4 + 4<<judgeBits

func (j *judge) unpack(data string) {
	number := func(at int) float32 {
		return math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[at : at+4])))
	}
	j.slope = number(0)
	for i := range j.weight {
		j.weight[i] = number(4 + 4*i)
	}
}
