package match

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"onrecord/claims"
)

// said is a small archive of invented people.
var said = []struct{ speaker, text string }{
	{"Orla Venn", "We will plant forty thousand trees along the northern canal before the winter of 2027."},
	{"Orla Venn", "The harbour tunnel opens in spring, and not a single crown of public money will be lost."},
	{"Orla Venn", "Nobody in this council has ever promised free buses to every pupil."},
	{"Tomas Brandvik", "Unemployment among fishermen fell to 4.3 percent, the lowest figure since records began."},
	{"Tomas Brandvik", "I denied it then and I deny it now: no minister of mine took a gift from the shipyard."},
	{"Tomas Brandvik", "Our ceasefire commission has met the rebels nine times in the mountains."},
	{"Ines Caldeira", "The reservoir holds water for eleven weeks, whatever the opposition may tell you."},
	{"Ines Caldeira", "She went to the border herself and counted the lorries that were waiting."},
	{"Ines Caldeira", "Hospital waiting lists have doubled while the ministry congratulated itself."},
	{"Pádraig Ó Lachtnáin", "An independent inquiry into the ferry disaster shall report within two years."},
	{"Pádraig Ó Lachtnáin", "Children in the valley deserve teachers who stay longer than one season."},
	{"Grain Board", "Wheat exports rose by 1,250 tonnes in the third quarter."},
	{"Grain Board", "Storage capacity at the eastern silos remains insufficient for a good harvest."},
	{"Mirelle Achterberg", "Les promesses du gouvernement ne valent rien tant que les écoles ferment."},
	{"Mirelle Achterberg", "A carbon levy on ferries would cost island families hundreds of crowns a year."},
	{"Judge Halloran", "The shipyard contracts were awarded without any tender whatsoever."},
	{"Judge Halloran", "This court has seen no evidence that the ballots were exchanged."},
	{"Dov Karpeles", "Healthcare workers were told to buy their own gloves during the outbreak."},
	{"Dov Karpeles", "If the reactor is not repaired by autumn, we shall import electricity at any price."},
	{"Dov Karpeles", "Rents went up by a third after the students came back to the old town."},
}

// sample gives the first n documents of an archive that begins with the
// statements above and goes on with recombinations of them.
func sample(n int) []Doc {
	rnd := rand.New(rand.NewPCG(7, 1))
	var pool []string
	for _, s := range said {
		pool = append(pool, strings.Fields(s.text)...)
	}
	out := make([]Doc, 0, n)
	for i := range n {
		s := said[i%len(said)]
		text := s.text
		if i >= len(said) {
			text = recombined(rnd, pool)
			s.speaker = said[rnd.IntN(len(said))].speaker
		}
		out = append(out, Doc{
			Kind: claims.KindStatement, ID: claims.ID(fmt.Sprintf("s%06d", i)), Text: text, Speakers: []string{s.speaker},
			Date: claims.On(2020+i%6, 3, 1+i%28), Quoting: claims.Direct, Class: claims.Classes[i%len(claims.Classes)], Language: "en",
		})
	}
	return out
}

// recombined makes a sentence of 8 to 27 words; one in eight is a new word,
// so that the vocabulary grows with the archive.
func recombined(rnd *rand.Rand, pool []string) string {
	out := make([]string, 8+rnd.IntN(20))
	for i := range out {
		out[i] = pool[rnd.IntN(len(pool))]
		if rnd.IntN(8) == 0 {
			a, b := out[i], pool[rnd.IntN(len(pool))]
			out[i] = a[:(len(a)+1)/2] + strings.ToLower(b[len(b)/2:])
		}
	}
	return strings.ToValidUTF8(strings.Join(out, " "), "")
}
