package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/assess"
	"onrecord/claims/assess/linear"
)

// classExamples are invented and belong to the repository.
//
//go:embed assess_classes.txt
var classExamples string

// sample is a labelled text for a linear model.
type sample struct {
	ids   []uint32
	class int
	group int // what must not be split between learning and measuring
}

// classBits is the size of the class model: 8 classes of 2^16 bytes.
const classBits = 16

// runAssess makes the models that judge statements.
func runAssess() error {
	if err := runClasses(); err != nil {
		return err
	}
	return runWorth()
}

func runClasses() error {
	samples, err := inventedClasses()
	if err != nil {
		return err
	}
	news, kept, err := wikinewsClasses()
	if err != nil {
		return err
	}
	how := learning{rounds: 16, rate: 0.1, decay: 1e-2, drop: 0.4, seed: 1}
	names := classNames()
	alone := learnMean(samples, names, classBits, how)
	fmt.Printf("class: learned from %d invented statements and %d annotated ones of Wikinews\n", len(samples), len(news))
	fmt.Printf("  learned from the invented alone, right on the annotated: %.1f%%\n", 100*share(alone, news))
	fmt.Printf("  learned from both, twenty parts of the articles left out in turn: %.1f%%\n", 100*crossValidate(samples, news, names, how))
	fmt.Printf("  invented, ten parts left out in turn: %.1f%%\n", 100*crossValidate(nil, deal(samples, 10), names, how))
	model := learnMean(append(samples, news...), names, classBits, how)
	fmt.Printf("  learned from both, right on %d statements that are kept to measure with: %.1f%%\n", len(kept), 100*share(model, kept))
	return writeModel("models/assess-class.bin", model.Encode())
}

func classNames() []string {
	out := make([]string, len(claims.Classes))
	for i, c := range claims.Classes {
		out[i] = string(c)
	}
	return out
}

func classIndex(name string) (int, error) {
	for i, c := range claims.Classes {
		if string(c) == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%q is not a class", name)
}

// inventedClasses reads the sentences of assess_classes.txt.
func inventedClasses() ([]sample, error) {
	kinds := map[string]claims.Quoting{"d": claims.Direct, "i": claims.Indirect, "m": claims.Mixed}
	class := -1
	var out []sample
	for line := range strings.Lines(classExamples) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			var err error
			if class, err = classIndex(strings.TrimSuffix(name, "]")); err != nil {
				return nil, err
			}
			continue
		}
		parts := strings.SplitN(line, " | ", 3)
		if len(parts) != 3 || class < 0 {
			return nil, fmt.Errorf("not cue | kind | text under a class: %q", line)
		}
		in := assess.Input{Text: parts[2], Cue: parts[0], Kind: kinds[parts[1]]}
		out = append(out, sample{ids: assess.Features(in), class: class})
	}
	return out, nil
}

// classed is an annotated article with the classes of its statements.
type classed struct {
	Text       string
	Date       claims.Date
	Statements []struct {
		Kind    claims.Quoting
		Content [][2]int
		Cue     [][2]int
		Class   string
		Border  bool `json:"borderline"`
		Source  [][2]int
		Speaker string
		Type    claims.SpeakerType `json:"speaker_type"`
	}
}

// newsParts is into how many parts the articles are dealt of which each is left
// out in turn.
const newsParts = 20

// newsClasses are the classed statements of annotated articles, each article in
// one group; what is borderline the scorer does not count either.
func newsClasses(articles []classed) ([]sample, error) {
	var out []sample
	for i, a := range articles {
		runes := []rune(a.Text)
		for _, s := range a.Statements {
			if s.Border {
				continue
			}
			class, err := classIndex(s.Class)
			if err != nil {
				return nil, err
			}
			in := assess.Input{
				Text: pieces(runes, s.Content), Cue: pieces(runes, s.Cue), Kind: s.Kind, Speaker: s.Speaker, SaidOn: a.Date,
				Type: s.Type, Source: pieces(runes, s.Source),
			}
			out = append(out, sample{ids: assess.Features(in), class: class, group: i%newsParts + 1})
		}
	}
	return out, nil
}

// wikinewsClasses reads the annotated articles to learn from and the ones that
// are kept to measure with.
func wikinewsClasses() (learned, kept []sample, err error) {
	articles, err := readLines[classed]("wikinews/dev.jsonl")
	if err != nil {
		return nil, nil, err
	}
	marked, err := markedNews()
	if err != nil {
		return nil, nil, err
	}
	more, err := decodeLines[classed](marked.Learned)
	if err != nil {
		return nil, nil, err
	}
	rest, err := decodeLines[classed](marked.Kept)
	if err != nil {
		return nil, nil, err
	}
	if learned, err = newsClasses(append(articles, more...)); err != nil {
		return nil, nil, err
	}
	kept, err = newsClasses(rest)
	return learned, kept, err
}

// pieces joins spans of code points with a space.
func pieces(text []rune, spans [][2]int) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = string(text[s[0]:s[1]])
	}
	return strings.Join(parts, " ")
}

// deal puts the samples into groups in turn.
func deal(samples []sample, groups int) []sample {
	out := append([]sample(nil), samples...)
	for i := range out {
		out[i].group = i%groups + 1
	}
	return out
}

// crossValidate gives the share of right answers for the measured samples,
// each group judged by a model that learned from all but that group.
func crossValidate(always, measured []sample, names []string, how learning) float64 {
	groups := map[int]bool{}
	for _, s := range measured {
		groups[s.group] = true
	}
	right := 0.0
	for g := range groups {
		train, test := slices.Clone(always), []sample(nil)
		for _, s := range measured {
			if s.group == g {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		right += share(learnMean(train, names, classBits, how), test) * float64(len(test))
	}
	return right / float64(len(measured))
}

// share is the part of the samples whose class the model finds.
func share(m *linear.Model, samples []sample) float64 {
	right := 0
	for _, s := range samples {
		best, at := -1.0, 0
		for c, p := range m.Probabilities(s.ids) {
			if p > best {
				best, at = p, c
			}
		}
		if at == s.class {
			right++
		}
	}
	return float64(right) / float64(len(samples))
}
