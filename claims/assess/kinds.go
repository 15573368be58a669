package assess

// kinds tells on which of the lists a word is, one bit for each, so that the
// words of a statement are looked up once.
type kinds uint32

const (
	ofFirst kinds = 1 << iota
	ofSecond
	ofThird
	ofWill
	ofWould
	ofMay
	ofMust
	ofPlan
	ofExpect
	ofPast
	ofPresent
	ofRecords
	ofPraise
	ofBlame
	ofDenial
	ofFeeling
	ofCounted
	ofChange
	ofNumbers
	ofSuperlatives
	ofNegations
)

var kindsOf = makeKinds()

func makeKinds() map[string]kinds {
	out := map[string]kinds{}
	for k, words := range map[kinds]list{
		ofFirst: firstPerson, ofSecond: secondPerson, ofThird: thirdPerson, ofWill: willWords, ofWould: wouldWords, ofMay: mayWords,
		ofMust: mustWords, ofPlan: planWords, ofExpect: expectWords, ofPast: pastWords, ofPresent: presentWords, ofRecords: claimNouns,
		ofPraise: goodBad, ofBlame: blameWords, ofDenial: denyWords, ofFeeling: feelWords, ofCounted: countNouns, ofChange: changeWords,
		ofNumbers: numberWords, ofSuperlatives: superlatives, ofNegations: negations,
	} {
		for w := range words {
			out[w] |= k
		}
	}
	return out
}

// is reports whether the word is on one of the lists.
func (w *word) is(k kinds) bool { return w.kinds&k != 0 }
