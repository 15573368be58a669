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
