package extract

// withoutAside ends a content that follows its cue where the quotation in it ends
// and the reporter goes on after a comma or dash: called it “absurd,” which
// did not please the minister. In three of four such sentences of PolNeAR what
// comes after is the reporter's.
func (a *article) withoutAside(d *draft) {
	st := &d.content[len(d.content)-1]
	if st.First < d.head {
		return
	}
	if q := a.lastQuotation(st.First, st.Last, d.head); q >= 0 {
		if end := int(a.scene.Quote[q].Last); end < st.Last && !a.appositive(q) && a.aside(end, st.Last) {
			st.Last = end
		}
	}
}

// lastQuotation is the last quotation that begins and ends in the range and
// does not hold the token from, or -1.
func (a *article) lastQuotation(first, last, from int) int {
	for i := last; i > first; i-- {
		q := a.quotationFrom(i, from)
		if q < 0 {
			continue
		}
		if m := a.scene.Quote[q]; a.doc.Quotations[q].Closed && int(m.First) >= first && int(m.Last) == i {
			return q
		}
		return -1
	}
	return -1
}

// appositive reports whether the quotation is set off by commas within a
// clause that goes on: his play, “Nine Winters,” would close.
func (a *article) appositive(q int) bool {
	first, next := int(a.scene.Quote[q].First), a.scene.NextWord(int(a.scene.Quote[q].Last))
	return first > 0 && a.token(first-1).Word == "," && next < len(a.doc.Tokens) && a.finite(next)
}

// tied are the words after a comma that go on in the speaker's thought.
var tied = wordSet("because since if unless that so or nor as though although not")

// aside reports whether the words from the closing mark at token end to last
// are set off by a comma or dash and do not belong to what was said.
func (a *article) aside(end, last int) bool {
	next := a.scene.NextWord(end)
	if next >= last || a.scene.Para[next] != a.scene.Para[end] || a.token(next).Sent != a.token(end).Sent {
		return false
	}
	set := false
	for i := end - 1; i < next; i++ {
		set = set || a.token(i).Word == "," || a.isDash(i) || a.token(i).Word == ";"
	}
	if !set || tied[a.token(next).Lower] {
		return false
	}
	if t := a.token(next); t.Tag == "CC" {
		after := a.scene.NextWord(next)
		return after < last && !tied[a.token(after).Lower]
	}
	return true
}
