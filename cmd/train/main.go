// Command train makes every learned file under assets/models from the corpora
// beside the repository, always with the same result, and prints how good each
// is on text that it did not learn from.
//
//	go run ./cmd/train all
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// command makes some of the models.
type command struct {
	name, does string
	run        func() error
	measures   bool // writes nothing; not part of "all"
}

// commands in the order in which "all" runs them: later ones use the models of
// earlier ones.
var commands = []command{
	{"tagger", "parts of speech", runTagger, false},
	{"lemmas", "dictionary forms", runLemmas, false},
	{"parser", "dependencies", runParser, false},
	{"senses", "broad meanings of verbs and nouns", runSenses, false},
	{"synonyms", "words that mean nearly the same", runSynonyms, false},
	{"frequency", "how often words stand in news", runFrequency, false},
	{"vectors", "which words stand in like contexts", runVectors, false},
	{"attribution", "cues, contents and sources of statements", runAttribution, false},
	{"attribution-heldout", "attribution on texts left out of it", runHeldOut, true},
	{"assess", "class and check-worthiness of statements", runAssess, false},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return usage()
	}
	done := false
	for _, c := range commands {
		if args[0] == c.name || args[0] == "all" && !c.measures {
			if err := c.run(); err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			done = true
		}
	}
	if !done {
		return usage()
	}
	return nil
}

func usage() error {
	text := "one of these is needed:\n"
	for _, c := range commands {
		text += fmt.Sprintf("  %-20s %s\n", c.name, c.does)
	}
	return fmt.Errorf("%s  %-20s %s", text, "all", "everything")
}

// writeModel writes a file below assets.
func writeModel(name string, data []byte) error {
	root, err := repositoryRoot()
	if err != nil {
		return err
	}
	path := filepath.Join(root, "assets", filepath.FromSlash(name))
	fmt.Printf("%s: %.2f MB\n", name, float64(len(data))/1e6)
	return os.WriteFile(path, data, 0o644) //nolint:gosec // a model is part of the source, which everybody may read
}

// readModel reads a file below assets.
func readModel(name string) ([]byte, error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(root, "assets", filepath.FromSlash(name))) //nolint:gosec // the names stand in this program
}
