package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// sentence is one sentence of a treebank.
type sentence struct {
	words   []string
	lemmas  []string
	tags    []string // Penn Treebank
	heads   []int    // index of the governing word, -1 for the root
	rels    []string // Universal Dependencies, version 2
	article int      // number of the article, of PolNeAR alone
}

// repositoryRoot finds the repository from any folder in it.
func repositoryRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("no go.mod above %s: run the program inside the repository", dir)
		}
	}
}

// corporaDir is the folder of the corpora beside the repository.
func corporaDir() (string, error) {
	root, err := repositoryRoot()
	return filepath.Join(root, "..", "shared", "corpora"), err
}

// openGzip opens a compressed file for reading.
func openGzip(path string) (io.ReadCloser, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// readTreebank reads a compressed file in the CoNLL-U format.
func readTreebank(path string) ([]sentence, error) {
	r, err := openGzip(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []sentence
	var s sentence
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" {
			out = appendSentence(out, s)
			s = sentence{}
			continue
		}
		if line[0] == '#' {
			continue
		}
		if err := s.addLine(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return appendSentence(out, s), lines.Err()
}

func appendSentence(all []sentence, s sentence) []sentence {
	if len(s.words) == 0 {
		return all
	}
	return append(all, s)
}

// addLine reads one line of CoNLL-U. Lines for several words at once ("1-2")
// and for words that are only understood ("1.1") are left out.
func (s *sentence) addLine(line string) error {
	const columns = 10
	f := strings.Split(line, "\t")
	if len(f) != columns {
		return fmt.Errorf("%d columns instead of %d", len(f), columns)
	}
	if strings.ContainsAny(f[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return err
	}
	s.words = append(s.words, f[1])
	s.lemmas = append(s.lemmas, f[2])
	s.tags = append(s.tags, f[4])
	s.heads = append(s.heads, head-1)
	s.rels = append(s.rels, f[7])
	return nil
}

// corpora are the sentences that the tagger and the parser learn from and are
// measured on.
type corpora struct {
	train, dev, test  []sentence // gold: EWT and GUM to train; EWT to measure
	silver, silverDev []sentence // PolNeAR, annotated by CoreNLP
}

// lessons are the sentences to learn from, gold and silver.
func (c *corpora) lessons() []sentence {
	return append(slices.Clone(c.train), c.silver...)
}

// curriculum tells which of the sentences belong to an epoch: all gold ones,
// and of the silver ones those of some articles, so that each is seen once in
// all epochs together. What learns from text that the tagger and the parser
// have annotated would otherwise see annotation that is too good: the same
// articles are its lessons.
func curriculum(order []int, sentences func(int) sentence, epoch, epochs int) []int {
	var out []int
	for _, i := range order {
		if article := sentences(i).article; article == 0 || article%epochs == epoch {
			out = append(out, i)
		}
	}
	return out
}

// readCorpora reads all treebanks.
func readCorpora() (*corpora, error) {
	dir, err := corporaDir()
	if err != nil {
		return nil, err
	}
	treebank := filepath.Join(dir, "treebank")
	c := &corpora{}
	for _, part := range []struct {
		to   *[]sentence
		file string
	}{
		{&c.train, "ewt-train"}, {&c.train, "gum-cc-by"}, {&c.dev, "ewt-dev"}, {&c.test, "ewt-test"},
	} {
		s, err := readTreebank(filepath.Join(treebank, part.file+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		*part.to = append(*part.to, s...)
	}
	if c.silver, err = readSilver(filepath.Join(dir, "polnear"), "train"); err != nil {
		return nil, err
	}
	c.silverDev, err = readSilver(filepath.Join(dir, "polnear"), "dev")
	return c, err
}
