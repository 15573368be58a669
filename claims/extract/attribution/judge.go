package attribution

import (
	"encoding/binary"
	"math"
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

// houseJudgeRate is how fast what the house adds is learned, of the rate of what
// all texts share.
const houseJudgeRate = 0.2

func (j *judges) learn(v *verdict, rate float64) {
	step := rate * (v.right - j.probability(v))
	j.all.move(v, step, rate)
	if v.house {
		j.house.move(v, houseJudgeRate*step, houseJudgeRate*rate)
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
	judgeBits = 15
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
