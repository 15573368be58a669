package lang

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ruiz doesn't know.", "Ruiz does n't know ."},
		{"The mayor’s plan can’t work", "The mayor ’s plan ca n’t work"},
		{"They couldn't've won", "They could n't 've won"},
		{"He cannot and won't, she'll say", "He can not and wo n't , she 'll say"},
		{"the workers' hall", "the workers ' hall"},
		{"It cost $1,250.50, or 4.5% more.", "It cost $ 1,250.50 , or 4.5 % more ."},
		{"at 3:30 p.m. on 2024-05-17", "at 3:30 p.m. on 2024-05-17"},
		{"a 15-year-old co-owner", "a 15 - year - old co-owner"},
		{"Dr. J. K. Moss of the U.S. and the U.N.", "Dr. J. K. Moss of the U.S. and the U.N."},
		{"see No. 5, not no. He said no.", "see No. 5 , not no . He said no ."},
		{"mail ana.ruiz@kessel.example or https://kessel.example/a,b?c=d.", "mail ana.ruiz@kessel.example or https://kessel.example/a,b?c=d ."},
		{"from kesselpost.com, @anaruiz wrote #bridge", "from kesselpost.com , @anaruiz wrote #bridge"},
		{"rock 'n' roll in the '90s, give 'em", "rock 'n ' roll in the '90s , give 'em"},
		{"Well... no!? Yes—no -- maybe…", "Well ... no !? Yes — no -- maybe …"},
		{"AT&T and/or R&D", "AT&T and / or R&D"},
		{"“Post”’s editor", "“ Post ” ’s editor"},
		{"I'm gonna go", "I 'm gon na go"},
		{"naïve Zoë d’Arcy", "naïve Zoë d’Arcy"},
		{"Is it I? It is I. Then go.", "Is it I ? It is I . Then go ."},
	} {
		if got := strings.Join(wordsOf(Split(c.text)), " "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLowerStraightensApostrophes(t *testing.T) {
	for _, token := range Split("She DIDN’T ask Zoë O’Hara").Tokens {
		if want := strings.ReplaceAll(strings.ToLower(token.Word), "’", "'"); token.Lower != want {
			t.Errorf("%q: got %q, want %q", token.Word, token.Lower, want)
		}
	}
}

func wordsOf(d *Document) []string {
	out := make([]string, len(d.Tokens))
	for i, t := range d.Tokens {
		out[i] = t.Word
	}
	return out
}
