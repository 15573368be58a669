package claims

import (
	"strings"
	"testing"
)

func TestScaleCheck(t *testing.T) {
	for _, s := range DefaultScales() {
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
	kept, broken := Value{ID: "kept", Label: "Kept"}, Value{ID: "broken", Label: "Broken"}
	for says, values := range map[string][]Value{
		"at least two":           {kept},
		"there twice":            {kept, broken, kept},
		"not a colour":           {kept, {ID: "half", Label: "Half", Colour: "reddish"}},
		"identifier and a word":  {kept, {ID: "half"}},
		"must be 1 to 5, or 0 f": {kept, {ID: "half", Label: "Half", Rating: 7}},
	} {
		s := &Scale{ID: "mine", Name: "Mine", Values: values}
		if err := s.Check(); CodeOf(err) != CodeInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: %v, want %q", values, err, says)
		}
	}
}
