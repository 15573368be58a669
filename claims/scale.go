package claims

import (
	"strings"
)

// Value is one step of a scale.
type Value struct {
	ID     string  `json:"id"`     // never changes: "kept"
	Label  string  `json:"label"`  // the word that is shown
	Colour string  `json:"colour"` // #rrggbb
	Rating float64 `json:"rating"` // for ClaimReview, 1 (false) to 5 (true); 0 where it says nothing
	Final  bool    `json:"final"`  // the claim is resolved
}

// Scale holds the verdicts that can be given on some classes of claims. Its
// values can be renamed, coloured and added to; one in use cannot vanish.
type Scale struct {
	ID      ID      `json:"id"`
	Name    string  `json:"name"`
	Classes []Class `json:"classes"`
	Values  []Value `json:"values"` // the first is the state before any verdict
}

// Key implements Record.
func (s *Scale) Key() Key { return Key{KindScale, s.ID} }

// Refs implements Record.
func (s *Scale) Refs() []Key { return nil }

// Check implements Record.
func (s *Scale) Check() error {
	if err := s.ID.Check(); err != nil {
		return err
	}
	if len(s.Values) < 2 {
		return Invalid("values", Say("error.scaleNeedsAt", "a scale needs at least two"))
	}
	seen := map[string]bool{}
	for _, v := range s.Values {
		if v.ID == "" || v.Label == "" {
			return Invalid("values", Say("error.eachNeedsIdentifier", "each needs an identifier and a word"))
		}
		if seen[v.ID] {
			return Invalid("values", Say("error.thereTwice", "%q is there twice", v.ID))
		}
		seen[v.ID] = true
		if v.Colour != "" && !isColour(v.Colour) {
			return Invalid("colour", Say("error.notColourSuch", "%q of %s is not a colour such as #2e8b57", v.Colour, Label(v.Label)))
		}
		if v.Rating < 0 || v.Rating > 5 {
			return Invalid("rating", Say("error.badRating", "of %s must be 1 to 5, or 0 for none", Label(v.Label)))
		}
	}
	return nil
}

// Label is the word of a scale's value in a sentence: those of the default scales
// have words in each language.
type Label string

// isColour reports whether a word is # with six hexadecimal digits.
func isColour(word string) bool {
	digits, ok := strings.CutPrefix(word, "#")
	return ok && len(digits) == 6 && strings.Trim(strings.ToLower(digits), "0123456789abcdef") == ""
}

// Find gives the value with this identifier or label, case ignored.
func (s *Scale) Find(word string) (Value, bool) {
	for _, v := range s.Values {
		if strings.EqualFold(v.ID, word) || strings.EqualFold(v.Label, word) {
			return v, true
		}
	}
	return Value{}, false
}

// Open is the value before any verdict.
func (s *Scale) Open() Value { return s.Values[0] }

// DefaultScales are the scales of a new archive.
func DefaultScales() []*Scale {
	return []*Scale{
		{ID: "promise", Name: "Promises", Classes: []Class{Promise}, Values: []Value{
			{ID: "not-yet-rated", Label: "Not yet rated", Colour: "#8a8f98"},
			{ID: "in-the-works", Label: "In the works", Colour: "#3b82c4", Rating: 3},
			{ID: "stalled", Label: "Stalled", Colour: "#c9820a", Rating: 2},
			{ID: "kept", Label: "Kept", Colour: "#2e8b57", Rating: 5, Final: true},
			{ID: "compromise", Label: "Compromise", Colour: "#8467c7", Rating: 3, Final: true},
			{ID: "broken", Label: "Broken", Colour: "#c0392b", Rating: 1, Final: true},
		}},
		{ID: "prediction", Name: "Predictions", Classes: []Class{Prediction}, Values: []Value{
			{ID: "pending", Label: "Pending", Colour: "#8a8f98"},
			{ID: "came-true", Label: "Came true", Colour: "#2e8b57", Rating: 5, Final: true},
			{ID: "partly", Label: "Partly", Colour: "#8467c7", Rating: 3, Final: true},
			{ID: "did-not", Label: "Did not come true", Colour: "#c0392b", Rating: 1, Final: true},
			{ID: "unresolvable", Label: "Cannot be resolved", Colour: "#6b7280", Final: true},
		}},
		{ID: "statement-of-fact", Name: "Statements of fact", Classes: []Class{Statistic, Fact, Denial, Accusation, Position}, Values: []Value{
			{ID: "unchecked", Label: "Unchecked", Colour: "#8a8f98"},
			{ID: "supported", Label: "Supported", Colour: "#2e8b57", Rating: 5, Final: true},
			{ID: "partly", Label: "Partly", Colour: "#8467c7", Rating: 3, Final: true},
			{ID: "contradicted", Label: "Contradicted", Colour: "#c0392b", Rating: 1, Final: true},
			{ID: "unproven", Label: "Unproven", Colour: "#c9820a", Rating: 2, Final: true},
		}},
	}
}

// ScaleFor picks the scale that judges a class.
func ScaleFor(scales []*Scale, class Class) (*Scale, bool) {
	for _, s := range scales {
		if oneOf(class, s.Classes...) {
			return s, true
		}
	}
	return nil, false
}

// WithDefaults returns the scales in force: the default ones, each replaced by
// the stored scale of the same identifier where a person has changed it, and
// then the person's own. An archive stores only what was changed.
func WithDefaults(stored []*Scale) []*Scale {
	byID := map[ID]*Scale{}
	for _, s := range stored {
		byID[s.ID] = s
	}
	var out []*Scale
	for _, s := range DefaultScales() {
		if changed, ok := byID[s.ID]; ok {
			s = changed
			delete(byID, s.ID)
		}
		out = append(out, s)
	}
	for _, s := range stored {
		if byID[s.ID] != nil {
			out = append(out, s)
		}
	}
	return out
}
