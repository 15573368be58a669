package tagger

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shipped reads the tagger that travels inside the program.
func shipped(t testing.TB) *Tagger {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "models", "tagger.bin"))
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// tag gives the names of the tags of the words.
func tag(t *Tagger, s *Sentence, words []string) []string {
	s.Reset()
	for _, w := range words {
		s.Add(w, strings.ToLower(w))
	}
	s.Close()
	t.Tag(s)
	out := make([]string, s.Words())
	for i := range out {
		out[i] = t.Name(s.Tag(i))
	}
	return out
}

func TestTagsFollowTheSentence(t *testing.T) {
	tagger := shipped(t)
	var s Sentence
	for text, want := range map[string]string{
		"The mayor claims the bridge is safe .": "DT NN VBZ DT NN VBZ JJ .",
		"Her claims were false .":               "PRP$ NNS VBD JJ .",
		"":                                      "",
	} {
		if got := strings.Join(tag(tagger, &s, strings.Fields(text)), " "); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestHostileWordsGetTags(t *testing.T) {
	tagger := shipped(t)
	words := strings.Split("\xff|é|É\u0301|''''|\u202e|12,|a-b-c|"+strings.Repeat("W", 5000)+"|", "|")
	words = slices.Repeat(words, 500)
	var s Sentence
	first := tag(tagger, &s, words)
	for i, name := range first {
		if !slices.Contains(tagger.Tags(), name) {
			t.Fatalf("word %d has the tag %q", i, name)
		}
	}
	if again := tag(tagger, &s, words); !slices.Equal(first, again) {
		t.Error("the same words got other tags the second time")
	}
}

func TestTaggingAllocatesNothing(t *testing.T) {
	tagger := shipped(t)
	words := slices.Repeat(strings.Fields("the mayor of kessel denied that zorbing was unsafe"), 50)
	var s Sentence
	if n := testing.AllocsPerRun(3, func() {
		s.Reset()
		for _, w := range words {
			s.Add(w, w)
		}
		s.Close()
		tagger.Tag(&s)
	}); n != 0 {
		t.Errorf("%v allocations for %d words", n, len(words))
	}
}
