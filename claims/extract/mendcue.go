package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// accordingTo keeps the two words together.
func (a *article) accordingTo(d *draft) {
	to := d.head + 1
	if a.token(d.head).Lower != "according" || to >= len(a.doc.Tokens) || a.token(to).Lower != "to" {
		return
	}
	d.cue = []attribution.Stretch{{First: d.head, Last: to}}
	if len(d.source) == 1 && d.source[0].First <= to && d.source[0].Last > to {
		d.source[0].First = to + 1
	}
}

// possessed takes the noun for the cue where the colon after it was taken:
// [Percival Knott's] [verdict] on the cake: “…”.
func (a *article) possessed(d *draft) {
	if a.scene.IsWord(d.head) && a.token(d.head).Lemma != "be" || len(d.source) != 1 {
		return
	}
	st := d.source[0]
	for i := st.First; i < st.Last; i++ {
		t := a.token(i)
		if t.Tag != "POS" && t.Tag != "PRP$" {
			continue
		}
		noun := i + 1
		for noun < st.Last && !strings.HasPrefix(a.token(noun).Tag, "NN") {
			noun++
		}
		d.source[0].Last = i
		d.cue = []attribution.Stretch{{First: noun, Last: noun}}
		d.head = noun
		return
	}
}

// hearsay takes the verb of saying into the cue: “is said to have told the
// crew …”.
func (a *article) hearsay(d *draft) {
	st := &d.content[len(d.content)-1]
	i := st.First
	if i < d.head || i+2 >= st.Last || a.token(i).Lower != "to" || a.token(i+1).Lower != "have" || !saying[a.token(i+2).Lemma] {
		return
	}
	for k := i + 3; k <= st.Last; k++ {
		q := a.token(k).Quote
		opens := q >= 0 && int(a.scene.Quote[q].First) == k && q != a.token(d.head).Quote
		if opens || a.token(k).Lower == "that" || a.token(k).Lower == "whether" {
			d.cue[len(d.cue)-1].Last = i + 2
			st.First = k
			if opens {
				st.Last = min(st.Last, int(a.scene.Quote[q].Last))
			}
			return
		}
	}
}

// recipient leaves the hearer out of the content: "assured the wardens of the mill
// they would be paid".
func (a *article) recipient(d *draft) {
	st := &d.content[len(d.content)-1]
	if !addressed[a.token(d.head).Lemma] || st.First < d.head || !a.scene.IsWord(st.First) || a.token(st.First).Quote != a.token(d.head).Quote {
		return
	}
	const longest = 14
	for i := st.First + 1; i < st.Last && i < st.First+longest && !a.finite(i); i++ {
		if a.token(i).Lower == "that" && !a.finite(i+1) {
			st.First = i
			return
		}
	}
	for i := st.First + 1; i < st.Last && i < st.First+longest; i++ {
		switch a.token(i - 1).Tag {
		case "DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "JJ", "CD", "PRP":
		default:
			return
		}
		switch a.token(i).Lower {
		case "he", "she", "they", "we", "i", "it", "that":
			st.First = i
			return
		}
	}
}

// relative ends the content of a cue in a relative clause where the main
// clause goes on: "Ida Holt, who swears the ford is safe, lives uphill".
func (a *article) relative(d *draft) {
	if len(d.source) != 1 {
		return
	}
	if n := len(d.content); n > 1 && a.token(d.source[0].First).Tag == "WP$" && d.content[0].Last < d.source[0].First {
		d.content = d.content[1:] // The prize went to Boris Lane, [whose neighbours] say [he paints].
	}
	if d.source[0].First != d.source[0].Last {
		return
	}
	if tag := a.token(d.source[0].First).Tag; tag != "WP" && tag != "WDT" {
		return
	}
	st := &d.content[len(d.content)-1]
	if st.First < d.head {
		return
	}
	for i := st.First + 1; i < st.Last; i++ {
		if a.token(i).Word != "," || a.token(i).Quote != a.token(d.head).Quote {
			continue
		}
		switch a.token(i + 1).Tag {
		case "VBZ", "VBD", "MD", "VBP":
			st.Last = i - 1
			return
		}
	}
}

// joint is the last word before the conjunction or comma that ties the cue at
// token first to the one with the given head before it; -1 where they are not
// of one form, or nothing ties them.
func (a *article) joint(first, head, before int) int {
	if a.token(head).Quote != a.token(before).Quote || a.token(head).Sent != a.token(before).Sent {
		return -1
	}
	if tag := a.token(head).Tag; tag != a.token(before).Tag && tag != "VBG" {
		return -1
	}
	last, tied := first-1, false
	for last > before {
		t := a.token(last)
		switch {
		case t.Word == "," || t.Tag == "CC":
			tied = true
		case a.scene.IsWord(last) && t.Tag != "RB":
			if tied {
				return last
			}
			return -1
		}
		last--
	}
	return -1
}

// coordinated ends a content before a second cue of the same source: "said
// the wheat was gone but insisted …", "said …, adding that …".
func (a *article) coordinated() {
	const nearby = 12
	for k, d := range a.drafts {
		if d.head < 0 || len(d.source) != 1 {
			continue
		}
		st := &d.content[len(d.content)-1]
		for _, e := range a.drafts[k+1 : min(len(a.drafts), k+nearby)] {
			if len(e.source) != 1 || e.source[0] != d.source[0] || e.cue[0].First <= st.First+1 || e.cue[0].First > st.Last || e.head < st.First {
				continue
			}
			if last := a.joint(e.cue[0].First, e.head, d.head); last > st.First {
				st.Last = last
			}
		}
	}
}
