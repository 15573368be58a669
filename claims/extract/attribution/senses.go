package attribution

import (
	"encoding/binary"
	"io"
	"strings"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/lang"
)

// Senses is a table of the broad meaning of English verbs and nouns: verbs of
// communication, of motion; nouns for persons, groups, events. They let the
// models treat a verb that they have never seen like others of its kind. The
// categories are the lexicographer files of WordNet (Fellbaum 1998).
type Senses struct{ data string }

const (
	sensesName = "models/senses.bin"
	senseBits  = 17 // slots of the table: 2^senseBits
)

// Sense is the category of the commonest meaning of a word and of the next
// one that differs, each 1 to 45; 0 where the word is not in the table.
type Sense struct {
	First, Second uint8
	// Use tells what a word can govern: of a verb, in bits, which of the
	// sentence frames it has that take a clause or a hearer; of a noun, which
	// kinds of verbs it is derived from.
	Use Use
}

// Use is a set of the frames of a verb or of the kinds of verbs behind a noun.
type Use uint8

// The frames of verbs ("somebody ----s that CLAUSE"), and the kinds of verbs
// that nouns come from.
const (
	ThatClause Use = 1 << iota
	Infinitive
	HearerInfinitive
	Whether
	ToHearer
	OfSomething

	FromSaying   = ThatClause
	FromThinking = Infinitive
	FromFeeling  = HearerInfinitive
	FromSociety  = Whether
	FromAnyVerb  = ToHearer

	useBits = 6
)

// The bits of an entry: two categories, the use and a part of the key.
const (
	secondAt = 6
	useAt    = 12
	checkAt  = useAt + useBits
)

func (s Sense) pack(key uint32) uint32 {
	return uint32(s.First) | uint32(s.Second)<<secondAt | uint32(s.Use)<<useAt | (key>>checkAt|1)<<checkAt
}

// EncodeSenses packs the meanings; keys are SenseKey values. Entries come in the
// order of their weight: where the table is full, later ones are left out.
func EncodeSenses(w io.Writer, keys []uint32, senses []Sense) error {
	slots := make([]uint32, 1<<senseBits)
	for k, key := range keys {
		entry := senses[k].pack(key)
		for _, at := range senseSlots(key) {
			if slots[at] == 0 {
				slots[at] = entry
				break
			}
		}
	}
	return binary.Write(w, binary.LittleEndian, slots)
}

// SenseKey names a lemma as a verb or noun.
func SenseKey(lemma string, verb bool) uint32 {
	if verb {
		return mix(str(lemma), 'v')
	}
	return mix(str(lemma), 'n')
}

// senseSlots are the places where the entry of a key may stand: with four of
// them, a table that is half full loses none.
func senseSlots(key uint32) [4]uint32 {
	var out [4]uint32
	for k := range out {
		out[k] = mix(key, uint32(2*k+3)) >> (32 - senseBits)
	}
	return out
}

// of looks up a word.
func (s *Senses) of(key uint32) Sense {
	for _, at := range senseSlots(key) {
		var b [4]byte
		copy(b[:], s.data[4*at:])
		e := binary.LittleEndian.Uint32(b[:])
		if e>>checkAt == key>>checkAt|1 {
			return Sense{First: uint8(e & 63), Second: uint8(e >> secondAt & 63), Use: Use(e >> useAt & (1<<useBits - 1))}
		}
	}
	return Sense{}
}

// SenseOf is the broad meaning of a dictionary form as a verb or a noun.
func SenseOf(lemma string, verb bool) Sense { return senses().of(SenseKey(lemma, verb)) }

// ofToken looks up the meaning of a verb or noun.
func (s *Senses) ofToken(t *lang.Token) Sense {
	if len(t.Tag) < 2 {
		return Sense{}
	}
	switch t.Tag[:2] {
	case "VB":
		return s.of(SenseKey(t.Lemma, true))
	case "NN":
		return s.of(SenseKey(t.Lemma, false))
	case "PR":
		return Sense{First: 60}
	}
	return Sense{}
}

// senses is the table that travels inside the program.
var senses = sync.OnceValue(func() *Senses {
	data, err := assets.Models.ReadFile(sensesName)
	if err == nil && len(data) != 4<<senseBits {
		err = claims.Invalid("senses", claims.Say("error.damagedInstallOnrecord", "is damaged; install Onrecord again"))
	}
	if err != nil {
		panic(err)
	}
	return &Senses{data: string(data)}
})

// Categories of WordNet that the rules ask for.
const (
	nounAnimal        = 5
	nounArtifact      = 6
	nounBody          = 8
	nounCommunication = 10
	nounFood          = 13
	nounGroup         = 14
	nounObject        = 17
	nounPerson        = 18
	nounPlant         = 20
	nounSubstance     = 27
	verbCognition     = 31
	verbCommunication = 32
	verbEmotion       = 37
	verbPerception    = 39
)

// MayBePerson reports whether the word, whatever its tag, can name a person:
// rare roles are often tagged as something else.
func (s *Scene) MayBePerson(i int) bool {
	sense := senses().of(SenseKey(s.Doc.Tokens[i].Lower, false))
	return sense.First == nounPerson
}

// Personal reports whether one of the two commonest meanings of the noun is a
// person.
func (s *Scene) Personal(i int) bool {
	return s.hash[i].kind == nounPerson || s.hash[i].sense&63 == nounPerson
}

// Communicates reports whether one of the two commonest meanings of the verb
// or noun is communication.
func (s *Scene) Communicates(i int) bool {
	second := s.hash[i].sense & 63
	if strings.HasPrefix(s.Doc.Tokens[i].Tag, "VB") {
		return s.hash[i].kind == verbCommunication || second == verbCommunication
	}
	return s.hash[i].kind == nounCommunication || second == nounCommunication
}

// Thing reports whether the commonest meaning of the noun is something that
// one can touch and that does not speak: an artifact, a plant, a part of the
// body.
func (s *Scene) Thing(i int) bool {
	if second := s.hash[i].sense & 63; second == nounGroup || second == nounPerson {
		return false // the palace, the bank
	}
	switch s.hash[i].kind {
	case nounAnimal, nounArtifact, nounBody, nounFood, nounObject, nounPlant, nounSubstance:
		return strings.HasPrefix(s.Doc.Tokens[i].Tag, "NN")
	}
	return false
}

// FromSpeech reports whether the noun comes from a verb of saying or thinking:
// a ruling, a belief.
func (s *Scene) FromSpeech(i int) bool {
	return strings.HasPrefix(s.Doc.Tokens[i].Tag, "NN") && Use(s.hash[i].use)&(FromSaying|FromThinking) != 0
}
