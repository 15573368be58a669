package suggest

import (
	"testing"

	"onrecord/claims"
)

func TestASharedSurnameMakesNobodyTheSame(t *testing.T) {
	person := func(name string, aliases ...string) *Names {
		return NewNames(&claims.Speaker{ID: claims.ID(name), Name: name, Type: claims.Person, Aliases: aliases})
	}
	if d := SameSpeaker(person("Odd Miller", "Miller"), person("Greta Miller", "Miller")); d.Score >= LeastDuplicate {
		t.Errorf("two Millers are proposed: %+v", d)
	}
	if d := SameSpeaker(person("Odd Miller", "The Ferryman of Sund"), person("Ferryman of Sund")); d.Score < LeastDuplicate {
		t.Errorf("a telling alias is not noticed: %+v", d)
	}
}

func TestAShortenedNameOfABodyIsNoOtherBody(t *testing.T) {
	court := &claims.Speaker{Name: "Supreme Court of Porto Ven", Type: claims.Organization, Aliases: []string{"Supreme Court"}}
	other := &claims.Speaker{Name: "Supreme Court", Type: claims.Organization}
	if d := SameSpeaker(NewNames(court), NewNames(other)); d.Score >= 0.9 {
		t.Errorf("one court is taken for another: %+v", d)
	}
}
