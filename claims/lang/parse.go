package lang

import (
	"fmt"
	"sync"

	"onrecord/assets"
	"onrecord/claims/lang/lemma"
	"onrecord/claims/lang/parser"
	"onrecord/claims/lang/tagger"
)

// Parse splits the text and gives every token its part of speech, lemma and
// place in the dependency tree of its sentence.
func Parse(text string) *Document {
	d := Split(text)
	m := models()
	var a annotator
	for _, s := range d.Sentences {
		a.sentence(d.Tokens[s.First:s.Last], s.First, m)
	}
	return d
}

// learned are the models that travel inside the program.
type learned struct {
	tagger *tagger.Tagger
	lemmas *lemma.Rules
	parser *parser.Parser
}

// models reads the models once. They are part of the program, so one that
// cannot be read is a fault of the build.
var models = sync.OnceValue(func() *learned {
	var m learned
	var err error
	if m.tagger, err = tagger.Read(embedded("tagger.bin")); err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	if m.lemmas, err = lemma.Read(embedded("lemmas.bin")); err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	if m.parser, err = parser.Read(embedded("parser.bin")); err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	return &m
})

func embedded(name string) []byte {
	data, err := assets.Models.ReadFile("models/" + name)
	if err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	return data
}

// annotator keeps the memory that is used for one sentence after the other.
type annotator struct {
	words tagger.Sentence
	input []parser.Word
	state parser.State
}

// sentence annotates the tokens of one sentence, the first of which has the
// given index in its document.
func (a *annotator) sentence(tokens []Token, first int, m *learned) {
	a.words.Reset()
	for i := range tokens {
		a.words.Add(tokens[i].Word, tokens[i].Lower)
	}
	a.words.Close()
	m.tagger.Tag(&a.words)
	a.input = a.input[:0]
	for i := range tokens {
		t, tag := &tokens[i], a.words.Tag(i)
		t.Tag = m.tagger.Name(tag)
		t.Lemma = m.lemmas.Lemma(t.Lower, t.Tag)
		a.input = append(a.input, parser.Word{Form: parser.FormOf(t.Lemma), Tag: tag})
	}
	a.state.Reset(a.input)
	m.parser.Parse(&a.state)
	for i := range tokens {
		tokens[i].Rel = m.parser.Rels()[a.state.Rel(i)]
		if head := a.state.Head(i); head < len(tokens) {
			tokens[i].Head = first + head
		}
	}
}
