package claims

// SpeakerType is what kind of source a speaker is.
type SpeakerType string

// The types of speakers.
const (
	Person       SpeakerType = "person"
	Organization SpeakerType = "organization"
	Group        SpeakerType = "group" // several together, named or not
	Document     SpeakerType = "document"
	Unnamed      SpeakerType = "unnamed" // one person whose name is not given
)

// SpeakerTypes lists them in the order in which they are offered.
var SpeakerTypes = []SpeakerType{Person, Organization, Group, Document, Unnamed}

// Role is an office or position that a speaker held.
type Role struct {
	Title        string `json:"title"`
	Organization string `json:"organization,omitempty"`
	From         Date   `json:"from,omitzero"`
	To           Date   `json:"to,omitzero"`
}

// Speaker is a person, organisation, group, document or unnamed source.
type Speaker struct {
	ID      ID          `json:"id"`
	Name    string      `json:"name"` // canonical: "John Kerry"
	Type    SpeakerType `json:"type"`
	Aliases []string    `json:"aliases,omitempty"`
	Roles   []Role      `json:"roles,omitempty"`
	// Distinct are speakers of a like name whom a person knows to be others:
	// a merge with them is not suggested any more. They may have left the
	// archive since.
	Distinct []ID     `json:"distinct,omitempty"`
	Tags     []string `json:"tags,omitempty"`
	Notes    string   `json:"notes,omitempty"`
	Sample   bool     `json:"sample,omitempty"`
}

// Key implements Record.
func (s *Speaker) Key() Key { return Key{KindSpeaker, s.ID} }

// Refs implements Record.
func (s *Speaker) Refs() []Key { return nil }

// Check implements Record.
func (s *Speaker) Check() error {
	if err := s.ID.Check(); err != nil {
		return err
	}
	if s.Name == "" {
		return Invalid("name", Say("error.speakerNeedsName", "a speaker needs a name or a description"))
	}
	if !oneOf(s.Type, SpeakerTypes...) {
		return Invalid("type", Say("error.notTypeSpeaker", "%q is not a type of speaker", s.Type))
	}
	for _, r := range s.Roles {
		from, okFrom := r.From.First()
		to, okTo := r.To.Last()
		if okFrom && okTo && to.Compare(from) < 0 {
			return Invalid("roles", Say("error.endsBeforeBegins", "%s ends before it begins", r.Title))
		}
	}
	return nil
}
