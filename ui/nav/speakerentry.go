package nav

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/fold"
	"onrecord/ui/kit"
)

// SpeakerEntry is a field for a name that offers the speakers whose names have
// what was typed. It tells of a name when it is whole, chosen or confirmed, and
// when the field is empty again.
type SpeakerEntry struct {
	kit.SelectEntry
	OnWhole func(name string) // the name of a speaker stands there; may be nil

	host  *Host
	read  func(context.Context) ([]string, error)
	told  func()
	names []string
}

// offered is how many names the list below the field has at most.
const offered = 12

// NewSpeakerEntry makes the field; Load fills in the names.
func NewSpeakerEntry(host *Host, names func(context.Context) ([]string, error), told func()) *SpeakerEntry {
	e := &SpeakerEntry{host: host, read: names, told: told}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.SetPlaceHolder(lang.X("timeline.who", "Speaker"))
	e.ExtendBaseWidget(e)
	e.OnChanged = e.typed
	if told != nil { // in a dialog Enter confirms
		e.OnSubmitted = func(string) { e.submit() }
	}
	return e
}

// Load reads the names again.
func (e *SpeakerEntry) Load() {
	Fetch(e.host, "names", e.read, func(names []string) {
		e.names = names
		e.offer()
	})
}

func (e *SpeakerEntry) offer() { e.SetOptions(e.Matching()) }

// Matching lists the names that have every typed word, those that begin with
// it first.
func (e *SpeakerEntry) Matching() []string {
	typed := fold.Key(e.Text)
	var begin, hold []string
	for _, n := range e.names {
		switch key := fold.Key(n); {
		case strings.HasPrefix(key, typed):
			begin = append(begin, n)
		case hasWords(key, typed):
			hold = append(hold, n)
		}
	}
	all := append(begin, hold...)
	return all[:min(len(all), offered)]
}

func hasWords(name, typed string) bool {
	for _, w := range strings.Fields(typed) {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}

func (e *SpeakerEntry) typed(text string) {
	if known := e.known(text); text == "" || known {
		e.tell()
		if known && e.OnWhole != nil {
			e.OnWhole(text)
		}
	}
	e.offer()
}

func (e *SpeakerEntry) tell() {
	if e.told != nil {
		e.told()
	}
}

func (e *SpeakerEntry) known(text string) bool {
	for _, n := range e.names {
		if n == text {
			return true
		}
	}
	return false
}

// submit takes the only name that fits, so that a surname is enough.
func (e *SpeakerEntry) submit() {
	if fits := e.Matching(); len(fits) == 1 && e.Text != "" && !e.known(e.Text) {
		e.SetText(fits[0])
		return
	}
	e.tell()
}
