package extract

// onlyAnswers reports whether the turns are the answers of one person to questions
// that stand without a label in the paragraphs between.
func (a *article) onlyAnswers(turns []turn) bool {
	const least = 3
	asked := 0
	for k, t := range turns {
		if label := a.in.Text[t.label.Start:t.label.End]; label != a.in.Text[turns[0].label.Start:turns[0].label.End] {
			return false
		}
		if t.paragraph > 0 && (k == 0 || turns[k-1].paragraph < t.paragraph-1) && a.isQuestion(t.paragraph-1) {
			asked++
		}
	}
	return len(turns) >= least && 3*asked >= 2*len(turns)
}

// isQuestion reports whether a paragraph ends with a question mark.
func (a *article) isQuestion(p int) bool {
	r := a.doc.Paragraphs[p]
	return r.Len() > 0 && a.token(r.Last-1).Word == "?"
}

// answerEnd is the last paragraph of an answer: the one before the next question.
func (a *article) answerEnd(found []turn, k int) int {
	end := a.turnEnd(found, k)
	for p := found[k].paragraph + 1; p <= end; p++ {
		if a.isQuestion(p) {
			return p - 1
		}
	}
	if k+1 < len(found) && end > found[k].paragraph && end == found[k+1].paragraph-1 {
		return end - 1
	}
	return end
}

// bracketEnd is the bracket that closes the one at token i, at most last.
func (a *article) bracketEnd(i, last int) int {
	for i < last && a.token(i).Word != ")" && a.token(i).Word != "]" {
		i++
	}
	return i
}
