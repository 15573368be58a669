package lang

import (
	"fmt"
	"strings"
	"testing"
)

// Each passage is followed by arcs that attribution rests on, as
// "relation(head, dependent)", with words as written.
func TestParseFindsWhoSaysWhat(t *testing.T) {
	for _, c := range []struct{ name, text, arcs string }{
		{
			"plain", "Ana Ruiz said that the old bridge would close in May.",
			"nsubj(said, Ana) flat(Ana, Ruiz) ccomp(said, close) mark(close, that) nsubj(close, bridge) aux(close, would)",
		},
		{
			"without that", "The mayor said the bridge was unsafe.",
			"nsubj(said, mayor) ccomp(said, unsafe) nsubj(unsafe, bridge) cop(unsafe, was)",
		},
		{
			"inverted", "“The bridge is safe,” said Ana Ruiz, the mayor of Kessel.",
			"nsubj(said, Ana) nsubj(safe, bridge) appos(Ana, mayor) nmod(mayor, Kessel)",
		},
		{
			"after a quotation", "“We will close the bridge,” the mayor told reporters on Friday.",
			"nsubj(told, mayor) nsubj(close, We) obj(close, bridge)",
		},
		{
			"question before its cue", "“Why did they wait?” she asked.",
			"nsubj(asked, she) nsubj(wait, they) aux(wait, did)",
		},
		{
			"after an indirect clause", "The bridge will close in May, the council said.",
			"nsubj(said, council) nsubj(close, bridge)",
		},
		{
			"according to", "The bridge is unsafe, according to the engineers.",
			"nsubj(unsafe, bridge) case(engineers, according)",
		},
		{
			"indirect question", "Reporters asked whether the council had known about the cracks.",
			"nsubj(asked, Reporters) ccomp(asked, known) mark(known, whether) nsubj(known, council)",
		},
		{
			"infinitive of intent", "The council promised to repair the bridge.",
			"nsubj(promised, council) xcomp(promised, repair) obj(repair, bridge)",
		},
		{
			"participle", "Lund left the room, saying that the talks had failed.",
			"nsubj(left, Lund) advcl(left, saying) ccomp(saying, failed) nsubj(failed, talks)",
		},
		{
			"noun cue", "The engineers rejected her claim that the bridge was safe.",
			"nmod:poss(claim, her) obj(rejected, claim) nsubj(safe, bridge) mark(safe, that)",
		},
		{
			"relative clause", "The engineer who inspected the bridge said it was unsafe.",
			"nsubj(said, engineer) acl:relcl(engineer, inspected) ccomp(said, unsafe)",
		},
		{
			"denial", "The minister denied that he had taken the money.",
			"nsubj(denied, minister) ccomp(denied, taken) obj(taken, money)",
		},
		{
			"passive", "The mayor was told that the bridge was unsafe.",
			"nsubj:pass(told, mayor) aux:pass(told, was)",
		},
		{
			"headline", "Minister denies taking money from Lorran Bank",
			"nsubj(denies, Minister) obj(taking, money) compound(Bank, Lorran)",
		},
		{
			"headline with a cue", "Mayor says bridge is safe",
			"nsubj(says, Mayor) ccomp(says, safe) nsubj(safe, bridge)",
		},
		{
			"two cues", "Ruiz said the bridge was safe and added that lorries could use it.",
			"nsubj(said, Ruiz) conj(said, added) ccomp(added, use)",
		},
		{
			"clitics", "She said they didn't know.",
			"ccomp(said, know) advmod(know, n't) nsubj(know, they)",
		},
	} {
		arcs := arcsOf(Parse(c.text))
		for want := range strings.SplitSeq(strings.ReplaceAll(c.arcs, ") ", ")\n"), "\n") {
			if !arcs[want] {
				t.Errorf("%s: no %s in %s", c.name, want, c.text)
			}
		}
	}
}

func arcsOf(d *Document) map[string]bool {
	out := map[string]bool{}
	for _, t := range d.Tokens {
		if t.Head >= 0 {
			out[fmt.Sprintf("%s(%s, %s)", t.Rel, d.Tokens[t.Head].Word, t.Word)] = true
		}
	}
	return out
}

func TestParseTagsAndLemmas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor's aides denied the claims.", "The/DT/the mayor/NN/mayor 's/POS/'s aides/NNS/aide denied/VBD/deny the/DT/the claims/NNS/claim ././."},
		{"She claims they're lying.", "She/PRP/she claims/VBZ/claim they/PRP/they 're/VBP/be lying/VBG/lie ././."},
		{"He has written two letters.", "He/PRP/he has/VBZ/have written/VBN/write two/CD/two letters/NNS/letter ././."},
		{"“Stop,” he said.", "“/``/“ Stop/VB/stop ,/,/, ”/''/” he/PRP/he said/VBD/say ././."},
	} {
		var got []string
		for _, token := range Parse(c.text).Tokens {
			got = append(got, token.Word+"/"+token.Tag+"/"+token.Lemma)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got  %s\nwant %s", s, c.want)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("“The bridge is safe,” said Ana Ruiz, the mayor of Kessel. She told reporters on Friday that the "+
		"council would not pay for repairs to the road, which has been closed since the flood in March. Engineers who had "+
		"inspected the piles doubted it: the report, published last week, counted 14 cracks and two broken beams.\n\n", 200)
	words := len(strings.Fields(text))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
