package setting

import (
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
	"onrecord/claims/wordlist"
)

// Of reads the setting of each attribution. Days are resolved against the day
// of publication, which may be partial or unknown; the caller may take that
// day where no words give another. The result has one entry for each
// attribution, in their order.
func Of(doc *lang.Document, published claims.Date, attrs []Attribution) []Setting {
	out := make([]Setting, len(attrs))
	order := make([]int, len(attrs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(x, y int) bool { return attrs[order[x]].place() < attrs[order[y]].place() })
	told := holders(doc, attrs)
	days := newDays(doc, published, told, attrs)
	for _, i := range order {
		f := newFrame(doc, attrs[i], told)
		out[i].Polarity = f.polarity()
		out[i].Hedge = f.hedge()
		out[i].Occasion = f.occasion()
		out[i].Addressee = f.addressee(out[i].Occasion)
		s := days.of(f, attrs[i], out[i].Occasion)
		out[i].SaidOn, out[i].SaidWords, out[i].DayOf = s.on, s.words, s.of
		if out[i].SaidOn.IsZero() {
			out[i].Before = f.before()
			news := days.ofNews(f)
			out[i].News, out[i].NewsWords = news.on, news.words
		}
	}
	return out
}

// place is where the attribution stands in the text.
func (a *Attribution) place() int {
	for _, part := range [][]claims.Span{a.Cue, a.Source, a.Content} {
		if len(part) > 0 {
			return part[0].Start
		}
	}
	return 0
}

// frame is the sentence around a cue without what is attributed: the words
// that tell of the saying itself.
type frame struct {
	doc    *lang.Document
	toks   []lang.Token
	sent   lang.Range // the sentence of the cue, as far as it is near
	cue    lang.Range // from the first to the last token of the cue; empty without one
	inCue  []lang.Range
	source []lang.Range
	hidden []lang.Range // tokens of the content
	told   []int32      // of each token: the innermost content that holds it, -1
	level  int32        // the content that the cue itself is told in, -1
	clause []lang.Range // relative clauses, which speak of other times and things
}

// holders finds, for each token, the smallest content that it is part of. The
// words of one statement are not the circumstances of another. What many
// contents cover again and again is left as it is, so that time stays linear.
func holders(doc *lang.Document, attrs []Attribution) []int32 {
	told := make([]int32, len(doc.Tokens))
	for i := range told {
		told[i] = -1
	}
	order := make([]int, len(attrs))
	size := make([]int, len(attrs))
	for i := range attrs {
		order[i] = i
		c := claims.Cover(attrs[i].Content)
		size[i] = c.End - c.Start
	}
	sort.SliceStable(order, func(x, y int) bool { return size[order[x]] > size[order[y]] })
	const depth = 8
	budget := depth * len(told)
	for _, i := range order {
		for _, s := range attrs[i].Content {
			r := doc.Within(s)
			if budget -= r.Len(); budget < 0 {
				return told
			}
			for k := r.First; k < r.Last; k++ {
				told[k] = int32(i)
			}
		}
	}
	return told
}

func newFrame(doc *lang.Document, a Attribution, told []int32) *frame {
	f := &frame{doc: doc, toks: doc.Tokens, told: told, level: -1}
	f.inCue, f.source, f.hidden = f.ranges(a.Cue), f.ranges(a.Source), f.ranges(a.Content)
	if len(f.inCue) == 0 {
		return f
	}
	f.cue = f.inCue[0]
	for _, r := range f.inCue[1:] { // whatever their order
		f.cue.First, f.cue.Last = min(f.cue.First, r.First), max(f.cue.Last, r.Last)
	}
	if f.cue.First < len(f.toks) {
		f.sent = doc.Sentences[f.toks[f.cue.First].Sent]
		f.sent.First = max(f.sent.First, f.cue.First-window)
		f.sent.Last = min(f.sent.Last, f.cue.Last+window)
		f.level = told[f.cue.First]
		f.endAtSemicolon()
		f.findClauses()
	}
	return f
}

// endAtSemicolon leaves out the sentence that follows on a semicolon: "has asked for
// an audit; her office expects it in March".
func (f *frame) endAtSemicolon() {
	end := f.cue.Last
	for _, parts := range [][]lang.Range{f.hidden, f.source} {
		for _, r := range parts {
			if f.sent.Has(r.First) {
				end = max(end, r.Last)
			}
		}
	}
	for i := end; i < f.sent.Last; i++ {
		if f.toks[i].Lower == ";" {
			f.sent.Last = i
			return
		}
	}
}

// window is how many tokens on either side of a cue are looked at, so that a
// sentence without an end costs no more than another.
const window = 80

// ranges turns spans into ranges of tokens, leaving out the empty ones.
func (f *frame) ranges(spans []claims.Span) []lang.Range {
	var out []lang.Range
	for _, s := range spans {
		if r := f.doc.Within(s); r.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}

func in(ranges []lang.Range, i int) bool {
	for _, r := range ranges {
		if r.Has(i) {
			return true
		}
	}
	return false
}

// free reports whether token i tells of the saying: it is in the sentence of
// the cue and neither attributed nor part of the source.
func (f *frame) free(i int) bool {
	return f.sent.Has(i) && f.told[i] == f.level && !in(f.hidden, i) && !in(f.source, i) && !in(f.clause, i)
}

// telling reports whether token i may give the day: as free, but the source
// counts too, for it may have been taken with the day in front of it.
func (f *frame) telling(i int) bool {
	return f.sent.Has(i) && f.told[i] == f.level && !in(f.hidden, i) && !in(f.clause, i)
}

// findClauses finds the relative clauses around the cue, from "who" or "which"
// to the comma that ends them.
func (f *frame) findClauses() {
	for i := f.sent.First; i < f.sent.Last; i++ {
		switch f.toks[i].Word {
		case "who", "which", "whose", "whom": // the WHO is none
		default:
			continue
		}
		j := i
		for j < f.sent.Last && f.toks[j].Lower != "," && !f.cue.Has(j) && f.toks[j].Lower != "—" {
			j++
		}
		if !f.cue.Has(j) {
			f.clause = append(f.clause, lang.Range{First: i, Last: j})
		}
		i = j
	}
}

// word is token i in lower case, "" outside the sentence.
func (f *frame) word(i int) string {
	if !f.sent.Has(i) {
		return ""
	}
	return f.toks[i].Lower
}

// text gives a range of tokens as written, on one line.
func (f *frame) text(r lang.Range) string {
	if r.Len() <= 0 {
		return ""
	}
	return strings.Join(strings.Fields(f.doc.Text[f.toks[r.First].Span.Start:f.toks[r.Last-1].Span.End]), " ")
}

var set = wordlist.Set
