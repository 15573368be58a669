package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/match/words"
)

// Query is what a person typed, understood as far as it can be. Every text is
// some query: what looks like a filter and is none is searched as words.
type Query struct {
	Typed   string
	Words   []Word
	Without [][]string // "-word" or -"several words": what must not be there
	Filters []Filter
	Loose   []claims.Span // filters whose value cannot be one, such as "after:all": their values are searched as words
	Explain bool          // fill in Hit.Why
	Today   claims.Date   // "due:overdue" is before it; the zero Date is the day of the search
}

// Word is one folded word of a query.
type Word struct {
	Text   string
	Span   claims.Span // where it stands in Typed
	Phrase int         // number of the quoted phrase that it belongs to, from 1; 0 outside quotation marks
	Open   bool        // nothing was typed after it: it may go on
}

// Filter restricts the hits by what is known of a document.
type Filter struct {
	Field Field
	Value string // as it was typed, without quotation marks
	Not   bool   // written with a leading "-"
}

// Field is what a filter looks at.
type Field string

// The fields of filters.
const (
	BySpeaker Field = "speaker"
	ByOutlet  Field = "outlet"
	After     Field = "after"  // the given day or later
	Before    Field = "before" // earlier than the given day
	ByKind    Field = "kind"
	ByClass   Field = "class"
	ByVerdict Field = "verdict"
	ByDue     Field = "due" // "overdue", "soon", "none", "any", or a date that may be partial
	ByTag     Field = "tag"
)

// Fields lists the fields in the order in which they are offered.
var Fields = []Field{BySpeaker, ByOutlet, After, Before, ByKind, ByClass, ByVerdict, ByDue, ByTag}

// fieldNames are other words that people try.
var fieldNames = map[string]Field{
	"by": BySpeaker, "source": BySpeaker, "paper": ByOutlet, "since": After, "until": Before, "till": Before,
	"type": ByKind, "deadline": ByDue, "topic": ByTag, "label": ByTag,
}

// maxTyped is how much of a query is read, in bytes: more than anybody
// remembers, and than a paragraph that somebody pastes.
const maxTyped = 2000

// ParseQuery understands what was typed. It never fails: an open quotation
// mark is closed at the end, an unknown filter is searched as words.
func ParseQuery(typed string) Query {
	q := Query{Typed: typed}
	p := parser{text: clip(typed, maxTyped), query: &q}
	for p.space(); p.at < len(p.text); p.space() {
		p.item()
	}
	if n := len(q.Words); n > 0 {
		last := &q.Words[n-1]
		last.Open = last.Phrase == 0 && last.Span.End == len(typed)
	}
	return q
}

// Empty reports whether the query asks for nothing.
func (q *Query) Empty() bool { return len(q.Words) == 0 && len(q.Filters) == 0 && len(q.Without) == 0 }

// clip cuts s to at most n bytes without splitting a character.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

type parser struct {
	text    string
	at      int
	phrases int
	query   *Query
}

func (p *parser) space() {
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += size
	}
}

// item reads a phrase, a filter or a word, each with a "-" before it or not.
func (p *parser) item() {
	not := false
	if next, _ := utf8.DecodeRuneInString(p.text[min(p.at+1, len(p.text)):]); p.text[p.at] == '-' && (unicode.IsLetter(next) || marks[next] != "") {
		not = true
		p.at++
	}
	if field, rest, ok := p.field(); ok {
		p.at = rest
		p.filter(field, not)
		return
	}
	start, end, quoted := p.value()
	if not && start < end {
		if out := texts(words.Split(p.text[start:end])); len(out) > 0 {
			p.query.Without = append(p.query.Without, out)
		}
		return
	}
	phrase := 0
	if quoted {
		p.phrases++
		phrase = p.phrases
	}
	p.words(start, end, phrase)
}

func (p *parser) words(start, end, phrase int) {
	words.Each(p.text[start:end], func(word []byte, from, to int) {
		p.query.Words = append(p.query.Words, Word{Text: string(word), Span: claims.Span{Start: start + from, End: start + to}, Phrase: phrase})
	})
}

// filter reads the value of a filter, or several with commas between them,
// before which a space may stand. Without a value it asks for nothing yet; a
// value that cannot be one, such as "after:all", is searched as words.
func (p *parser) filter(field Field, not bool) {
	name := p.text[:p.at]
	if p.space(); p.at == len(p.text) {
		return
	}
	start, end, quoted := p.value()
	values := []string{p.text[start:end]}
	if !quoted {
		values = strings.Split(values[0], ",")
	}
	var kept []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			kept = append(kept, v)
		}
	}
	if len(kept) > 0 && !field.understands(kept[0]) {
		p.words(start, end, 0)
		p.query.Loose = append(p.query.Loose, claims.Span{Start: strings.LastIndexFunc(name, unicode.IsSpace) + 1, End: end})
	} else if len(kept) > 0 {
		p.query.Filters = append(p.query.Filters, Filter{Field: field, Value: strings.Join(kept, ","), Not: not})
	}
}

// value reads up to the next space, or up to the closing mark where a
// quotation mark opens. A mark that nothing closes is still being typed, or
// was cut off: what follows it is no phrase.
func (p *parser) value() (start, end int, quoted bool) {
	rest := p.text[p.at:]
	r, size := utf8.DecodeRuneInString(rest)
	if closing, ok := marks[r]; ok {
		start = p.at + size
		end = len(p.text)
		p.at = end
		if i := strings.IndexAny(p.text[start:], closing); i >= 0 {
			_, size := utf8.DecodeRuneInString(p.text[start+i:])
			end = start + i
			p.at = end + size
			return start, end, true
		}
		return start, end, false
	}
	start = p.at
	if i := strings.IndexFunc(rest, unicode.IsSpace); i >= 0 {
		p.at += i
	} else {
		p.at = len(p.text)
	}
	return start, p.at, false
}

// marks are the quotation marks that open a phrase, with those that close it.
var marks = map[rune]string{'"': `"”“`, '“': `”"“`, '„': `“”"`, '«': `»"`, '»': `«"`}

// field reads the name of a filter with its colon, forgiving a slip in a name
// that is long enough to be told from others.
func (p *parser) field() (field Field, rest int, ok bool) {
	name, _, found := strings.Cut(p.text[p.at:], ":")
	if !found || len(name) > 12 || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return "", 0, false
	}
	rest = p.at + len(name) + 1
	if strings.HasPrefix(p.text[rest:], "//") {
		return "", 0, false // an address of the web
	}
	name = strings.ToLower(name)
	if f, known := fieldNames[name]; known {
		return f, rest, true
	}
	speller := words.NewSpeller(name)
	for _, f := range Fields {
		singular, _ := strings.CutSuffix(name, "s")
		same := name == string(f) || singular == string(f)
		near := len(name) >= 4 && name[0] == f[0] && speller.Distance(string(f)) == 1
		begins := len(name) >= 3 && strings.HasPrefix(string(f), name)
		if same || near || begins {
			return f, rest, true
		}
	}
	return "", 0, false
}

func texts(tokens []words.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Text
	}
	return out
}
