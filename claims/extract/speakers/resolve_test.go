package speakers

import (
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// ask resolves the sources given by their words, each behind the one before.
func ask(t *testing.T, in Input, text string, sources ...string) []Resolution {
	t.Helper()
	var attrs []Attribution
	from := 0
	for _, s := range sources {
		i := strings.Index(text[from:], s)
		if i < 0 {
			t.Fatalf("%q is not in the rest of the text", s)
		}
		start := from + i
		from = start + len(s)
		attrs = append(attrs, Attribution{Source: []claims.Span{{Start: start, End: from}}, Outer: -1})
	}
	return Resolve(lang.Parse(text), in, attrs)
}

func TestTheArchiveCompletesASurname(t *testing.T) {
	known := []Known{{Name: "Ana Ruiz", Type: claims.Person}, {Name: "Bo Marsh", Type: claims.Person}}
	got := ask(t, Input{Known: known}, "The quay will be closed for a month, Marsh said on Monday.", "Marsh")[0]
	if got.Name != "Bo Marsh" || got.Confidence >= 0.9 {
		t.Errorf("got %q with confidence %.2f, want Bo Marsh and less than 0.9", got.Name, got.Confidence)
	}
}

func TestTwoOfTheArchiveCouldBeMeant(t *testing.T) {
	known := []Known{{Name: "Ana Ruiz", Type: claims.Person}, {Name: "Carl Ruiz", Type: claims.Person}}
	got := ask(t, Input{Known: known}, "The quay will be closed for a month, Ruiz said on Monday.", "Ruiz")[0]
	if got.Name != "Ruiz" || got.Doubt == "" || !slices.Contains(got.Candidates, "Ana Ruiz") || !slices.Contains(got.Candidates, "Carl Ruiz") {
		t.Errorf("got %q, candidates %v, doubt %q", got.Name, got.Candidates, got.Doubt)
	}
}

func TestTheArchiveKnowsAnAlias(t *testing.T) {
	known := []Known{{Name: "Anastasia Ruiz", Type: claims.Person, Aliases: []string{"Ana Ruiz"}}, {Name: "Northern Salmon Board", Type: claims.Organization, Aliases: []string{"Salmon Board"}}}
	got := ask(t, Input{Known: known}, "Ana Ruiz said no. The Salmon Board said yes.", "Ana Ruiz", "The Salmon Board")
	if got[0].Name != "Anastasia Ruiz" || got[1].Name != "Northern Salmon Board" || got[1].Type != claims.Organization {
		t.Errorf("got %q and %q (%s)", got[0].Name, got[1].Name, got[1].Type)
	}
}

func TestRolesAndAliases(t *testing.T) {
	got := ask(t, Input{}, "Harbour minister Ana Ruiz opened the quay. Ruiz, a former diver, said it would last. Bo Marsh, spokesman for Delmar Rail, said trains would wait.",
		"Ruiz, a former diver,", "Bo Marsh, spokesman for Delmar Rail,")
	var titles []string
	for _, r := range got[0].Roles {
		titles = append(titles, r.Title)
	}
	if !slices.Equal(titles, []string{"Harbour minister", "former diver"}) || !slices.Equal(got[0].Aliases, []string{"Ruiz"}) {
		t.Errorf("Ana Ruiz: roles %q, aliases %q", titles, got[0].Aliases)
	}
	if len(got[1].Roles) != 1 || got[1].Roles[0].Organization != "Delmar Rail" {
		t.Errorf("Bo Marsh: roles %+v", got[1].Roles)
	}
}

func TestNobodyIsNamed(t *testing.T) {
	text := "\"The quay is closed.\""
	got := Resolve(lang.Parse(text), Input{}, []Attribution{{Content: []claims.Span{{End: len(text)}}, Quoted: true, Outer: -1}})[0]
	if got.Name != "" || got.Doubt == "" || got.Confidence != 0 {
		t.Errorf("got %+v", got)
	}
}

// TestAWeakRoleIsDoubted: a name that the article does not tie to the role in so
// many words is offered, not taken.
func TestAWeakRoleIsDoubted(t *testing.T) {
	text := "Boris Lund was president until 2010. The band leader said that he was tired. The president said so too."
	got := ask(t, Input{}, text, "The band leader", "The president")
	if got[0].Doubt == "" {
		t.Errorf("the band leader is taken for %q without a doubt", got[0].Name)
	}
	if french := ask(t, Input{}, "President Lund had a talk with Luc Moreau. The French president smiled.", "The French president")[0]; french.Doubt == "" {
		t.Errorf("the French president is taken for %q without a doubt", french.Name)
	}
	if got[1].Name != "Boris Lund" || got[1].Doubt != "" {
		t.Errorf("the president: got %q (%s), want Boris Lund", got[1].Name, got[1].Doubt)
	}
}

// TestNoGuessIsSilent: whoever is named with little behind it is named with a
// doubt.
func TestNoGuessIsSilent(t *testing.T) {
	text := "The bank is shut. Rivers rose in Varn and Delmar.\n\nNobody came to the fair on Sunday.\n\nIt rained.\n\nHe said the road was gone. Boris Lund sells hats."
	got := ask(t, Input{}, text, "He")[0]
	if got.Confidence < doubtBelow && got.Doubt == "" {
		t.Errorf("%q is named with a confidence of %.2f and no doubt", got.Name, got.Confidence)
	}
	only := ask(t, Input{}, "The quay is shut, Marsh said on Monday.", "Marsh")[0]
	if only.Name != "Marsh" || only.Doubt == "" {
		t.Errorf("a bare surname: got %q with the doubt %q, want Marsh and that it is no full name", only.Name, only.Doubt)
	}
}

// TestABodyThatIsOnlyNear: "the company" is the body named last, but nothing in
// the article says that it is one.
func TestABodyThatIsOnlyNear(t *testing.T) {
	near := ask(t, Input{}, "Skua Games met Brackwater on Monday. The company said it would hire.", "The company")[0]
	if near.Name == "the company" || near.Doubt == "" {
		t.Errorf("got %q with the doubt %q, want a name and that it was gathered", near.Name, near.Doubt)
	}
	told := ask(t, Input{}, "Brackwater Mills, a company from Varn, met on Monday. The company said it would hire.", "The company")[0]
	if told.Name != "Brackwater Mills" || told.Doubt != "" {
		t.Errorf("got %q with the doubt %q, want Brackwater Mills and none", told.Name, told.Doubt)
	}
}

// A text that is told to be by itself ends the search for who issued it.
func TestAStatementByAStatement(t *testing.T) {
	text := "The council met. A statement by the statement said no. The statement by the statement said yes. The statement said maybe."
	for _, got := range ask(t, Input{}, text, "The statement by the statement", "The statement") {
		if got.Name == "" && got.Doubt == "" {
			t.Errorf("neither a name nor a doubt: %+v", got)
		}
	}
}

func TestASurnameSpeltInTwoWaysIsDoubted(t *testing.T) {
	got := ask(t, Input{}, "The spokesman Yahya Sarea rang the press. Saree said the drone had come home.", "Saree")[0]
	if got.Name != "Yahya Sarea" || got.Doubt == "" {
		t.Errorf("got %q with the doubt %q, want Yahya Sarea and that it may be somebody else", got.Name, got.Doubt)
	}
}

func TestWhoeverIsDoubtedCanBeChosen(t *testing.T) {
	got := ask(t, Input{}, "Rain fell on Varn. The quay will be closed for a month, Ferren said on Monday.", "Ferren")[0]
	if got.Name != "Ferren" || got.Doubt == "" || !slices.Equal(got.Candidates, []string{"Ferren"}) {
		t.Errorf("got %q, doubt %q, candidates %q; want Ferren with a doubt, as the one candidate", got.Name, got.Doubt, got.Candidates)
	}
}

func TestTheFormerPresidentHasBeenOne(t *testing.T) {
	text := "Donald Trump came to Varn on Monday. The former president said it was a fine town."
	for year, want := range map[int]string{2016: "the former president", 2022: "Donald Trump"} {
		if got := ask(t, Input{Published: claims.On(year, 6, 1)}, text, "The former president")[0]; got.Name != want {
			t.Errorf("in %d it was %q, want %q", year, got.Name, want)
		}
	}
}
