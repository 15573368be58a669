package extract

// mendClauses completes contents of which the models saw a part.
func (a *article) mendClauses() {
	for _, d := range a.drafts {
		if d.head < 0 || d.rule == blockQuotation || len(d.content) == 0 {
			continue
		}
		a.fromThat(d)
	}
}

// fromThat begins a content with the "that" which the cue has right behind it, or
// behind whom it addresses: found [that £14m put by for] dredging had been spent;
// wrote to the committee [that nobody had seen it].
func (a *article) fromThat(d *draft) {
	const farthest = 14 // tokens between the cue and what was seen of the content
	st := &d.content[len(d.content)-1]
	cue := d.cue[len(d.cue)-1].Last
	if st.First <= cue || cue < d.head || a.token(cue+1).Quote != a.token(d.head).Quote || a.token(d.head).Lower == "according" {
		return
	}
	if that := cue + 1; a.token(that).Lower == "that" && st.First > that+1 && st.First-that < farthest {
		if a.clause(that+1, st.Last) {
			st.First = that
		}
		return
	}
	if a.token(st.First).Quote != a.token(d.head).Quote || !a.nominal(st.First) || !a.speech(d.head) {
		return
	}
	for i := st.First; i < st.Last && i < st.First+farthest; i++ {
		switch t := a.token(i); {
		case t.Lower == "that" && t.Tag != "DT" && t.Quote == a.token(d.head).Quote:
			if a.token(st.First-1).Lower == "to" {
				st.First = i
			}
			return
		case a.finite(i) || t.Word == ",":
			return
		}
	}
}
