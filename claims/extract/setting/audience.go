package setting

import (
	"strings"

	"onrecord/claims/lang"
)

// tellers are the verbs whose object is the one who is told.
var tellers = set(`tell tells told telling inform informs informed informing assure assures assured assuring remind reminds reminded
	reminding notify notifies notified advise advises advised advising warn warns warned warning urge urges urged urging ask asks
	asked asking promise promises promised beg begs begged order orders ordered instruct instructs instructed convince convinced
	persuade persuaded reassure reassures reassured brief briefs briefed invite invited`)

// occasions are the nouns for where and by what something is said.
var occasions = set(`address announcement appearance article assembly blog briefing broadcast brochure call ceremony chat column
	communique communiqué conference conversation debate deposition dinner email e-mail essay event facebook filing forum fundraiser
	hearing inauguration inquest inquiry interview keynote launch lecture letter meeting memo memorandum message newsletter note
	op-ed opinion panel parliament podcast post presentation presser programme program protest rally reception release remarks
	report seminar session show sitting sermon speech statement summit symposium telecast telephone television testimony trial
	tribunal tweet twitter video visit webcast webinar workshop congress court convention`)

var beforeOccasion = set("in at during to on via through after following")

// addressee gives whom the words were said to: the object of "told", or "to"
// and a name. It is empty where that is the occasion.
func (f *frame) addressee(occasion string) string {
	for i := f.cue.First; i < f.cue.Last; i++ {
		if !tellers[f.toks[i].Lower] || in(f.hidden, i) {
			continue
		}
		if r := f.phrase(i + 1); r.Len() > 0 && !startsClause(f.word(r.First)) {
			if t := f.text(r); !strings.HasPrefix(occasion, t) {
				return t
			}
			return ""
		}
	}
	if f.cue.Len() > 0 && f.word(f.cue.Last) == "to" && f.free(f.cue.Last) {
		if r := f.phrase(f.cue.Last + 1); r.Len() > 0 && !verbal(f.toks[r.First].Tag) {
			if t := f.text(r); !strings.HasPrefix(occasion, t) {
				return t
			}
		}
	}
	return f.spokenTo(occasion)
}

// spokenTo gives the hearer of a participle beside the cue: "Speaking to the
// Courier, she said".
func (f *frame) spokenTo(occasion string) string {
	for i := f.sent.First; i < f.sent.Last; i++ {
		if w := f.toks[i].Lower; w != "speaking" && w != "talking" || f.word(i+1) != "to" || !f.free(i) || f.toks[i].Tag != "VBG" {
			continue
		}
		if r := f.phrase(i + 2); r.Len() > 0 && !verbal(f.toks[r.First].Tag) && f.text(r) != occasion {
			return f.text(r)
		}
	}
	return ""
}

func verbal(tag string) bool { return strings.HasPrefix(tag, "VB") }

func startsClause(w string) bool {
	switch w {
	case "that", "to", "of", "how", "why", "what", "whether", "if", "he", "she", "they", "it", "i", "we", "there", "in", "on", "at", "about", "for", "against":
		return true
	}
	return false
}

// phrase is the noun phrase that starts at token i: up to a mark, a clause, a
// preposition of time or place, or what is attributed.
func (f *frame) phrase(i int) lang.Range {
	j := i
	const longest = 12
	for j < i+longest && f.free(j) {
		w := f.toks[j].Lower
		if isMark(w) || breaks(w) && !f.named(i, j) || j > i && (verbal(f.toks[j].Tag) && f.toks[j].Tag != "VBG" && f.toks[j].Tag != "VBN" || w == "he" || w == "she" || w == "they" || w == "it") {
			break
		}
		j++
	}
	return lang.Range{First: i, Last: j}
}

// named reports whether the word at j goes on with the name that stands before
// it: "Harbour This Week".
func (f *frame) named(i, j int) bool {
	switch f.toks[j].Lower {
	case "this", "today", "yesterday", "last":
		return j > i && capital(f.toks[j].Word) && capital(f.toks[j-1].Word)
	}
	return false
}

func isMark(w string) bool {
	if w == "" {
		return true
	}
	switch w[0] {
	case ',', ';', ':', '.', '"', '(', ')', '!', '?':
		return true
	}
	return strings.HasPrefix(w, "“") || strings.HasPrefix(w, "‘") || strings.HasPrefix(w, "—") || strings.HasPrefix(w, "–") || strings.HasPrefix(w, "«")
}

func breaks(w string) bool {
	switch w {
	case "that", "whether", "how", "why", "what", "if", "on", "in", "at", "during", "by", "via", "after", "before", "through", "when",
		"while", "as", "about", "because", "and", "who", "which", "to", "yesterday", "today", "earlier", "late", "last", "this",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// occasion gives where or by what the words were said, with its day and place:
// "a press conference on Friday", "an interview with the Courier".
func (f *frame) occasion() string {
	best, distance := lang.Range{}, 1<<30
	for i := f.sent.First; i < f.sent.Last; i++ {
		if !occasions[f.toks[i].Lower] || f.toks[i].Tag == "VB" || !f.free(i) || in(f.inCue, i) || f.isName(i) {
			continue
		}
		r, ok := f.occasionAt(i)
		if !ok {
			continue
		}
		d := f.cue.First - i
		if d < 0 {
			d = i - f.cue.Last
		}
		if d < distance {
			best, distance = r, d
		}
	}
	return f.text(best)
}

// isName reports whether the noun at i is part of a name: "the Coastal Post".
// The networks are names and occasions both.
func (f *frame) isName(i int) bool {
	c := f.toks[i].Word[0]
	return 'A' <= c && c <= 'Z' && f.toks[i].Lower != "twitter" && f.toks[i].Lower != "facebook" && i > f.sent.First
}

// occasionAt reads the phrase around the noun at i, if a preposition or "told"
// leads to it.
func (f *frame) occasionAt(i int) (lang.Range, bool) {
	first := i
	const longest = 7
	for n := 0; n < longest && f.free(first-1); n++ {
		w := f.word(first - 1)
		if isMark(w) || verbal(f.toks[first-1].Tag) && f.toks[first-1].Tag != "VBN" && f.toks[first-1].Tag != "VBG" || breaks(w) || w == "of" || w == "with" || w == "for" || w == "from" {
			break
		}
		if tellers[w] && in(f.inCue, first-1) {
			break
		}
		first--
	}
	before := f.word(first - 1)
	if !beforeOccasion[before] && (!tellers[before] || !in(f.inCue, first-1)) && before != "a" {
		return lang.Range{}, false
	}
	if f.word(i+1) == "'s" {
		return lang.Range{}, false
	}
	return lang.Range{First: first, Last: f.occasionEnd(i + 1)}, true
}

// occasionEnd takes in "with", "in", "on" and "of" phrases behind the noun.
func (f *frame) occasionEnd(j int) int {
	const longest = 12
	end := j
	for n := 0; n < longest && f.free(j) && !in(f.inCue, j); n++ {
		w := f.toks[j].Lower
		if isMark(w) || endsOccasion[w] || verbal(f.toks[j].Tag) {
			break
		}
		j++
		if !beforeOccasion[w] && !innerWords[w] {
			end = j
		}
	}
	return end
}

var (
	endsOccasion = set("that and who which he she they it as when where while")
	innerWords   = set("with of for the a an") // never the last word of an occasion
)
