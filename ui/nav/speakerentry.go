package nav

import (
	"cmp"
	"context"
	"fmt"
	"slices"
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
	// OnWhole is told the name of a speaker that stands there whole, and "" when
	// none does any more. A field that has it takes no other name, and Enter
	// completes the only one that fits. May be nil.
	OnWhole func(name string)

	host  *Host
	read  func(context.Context) ([]string, error)
	told  func()
	names []foldedName // in the order of their keys
}

// foldedName is a name with the key that it is compared by, made once: an
// archive may have a hundred thousand speakers, and every letter looks at them.
type foldedName struct{ name, key string }

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
	Fetch(e.host, fmt.Sprintf("names/%p", e), func(ctx context.Context) ([]foldedName, error) {
		names, err := e.read(ctx)
		return foldNames(names), err
	}, func(names []foldedName) {
		e.names = names
		e.offer()
		e.whole() // a name may have been typed before they came
	})
}

func foldNames(names []string) []foldedName {
	out := make([]foldedName, len(names))
	for i, n := range names {
		out[i] = foldedName{name: n, key: fold.Key(n)}
	}
	slices.SortFunc(out, func(a, b foldedName) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.name, b.name))
	})
	return out
}

func (e *SpeakerEntry) offer() { e.SetOptions(e.Matching()) }

// Matching lists the names that have every typed word, those that begin with
// it first.
func (e *SpeakerEntry) Matching() []string { return matching(e.names, fold.Key(e.Text)) }

func matching(names []foldedName, typed string) (out []string) {
	from, _ := slices.BinarySearchFunc(names, typed, func(n foldedName, key string) int { return strings.Compare(n.key, key) })
	for _, n := range names[from:] {
		if len(out) == offered || !strings.HasPrefix(n.key, typed) {
			break
		}
		out = append(out, n.name)
	}
	words := strings.Fields(typed)
	for _, n := range names {
		if len(out) == offered {
			break
		}
		if !strings.HasPrefix(n.key, typed) && hasWords(n.key, words) {
			out = append(out, n.name)
		}
	}
	return out
}

func hasWords(name string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}

func (e *SpeakerEntry) typed(text string) {
	if text == "" || e.known(text) {
		e.tell()
	}
	e.whole()
	e.offer()
}

// whole tells of the name that stands in the field, or that none does.
func (e *SpeakerEntry) whole() {
	switch {
	case e.OnWhole == nil:
	case e.known(e.Text):
		e.OnWhole(e.Text)
	default:
		e.OnWhole("")
	}
}

// TypedKey completes a name before it does what Enter does in a dialog.
func (e *SpeakerEntry) TypedKey(k *fyne.KeyEvent) {
	enter := k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
	if !enter || e.OnWhole == nil || !e.complete() {
		e.SelectEntry.TypedKey(k)
	}
}

func (e *SpeakerEntry) tell() {
	if e.told != nil {
		e.told()
	}
}

func (e *SpeakerEntry) known(text string) bool {
	for _, n := range e.names {
		if n.name == text {
			return true
		}
	}
	return false
}

// submit takes the only name that fits, so that a surname is enough, and offers
// those that fit where there are several.
func (e *SpeakerEntry) submit() {
	switch {
	case e.complete():
	case e.Text != "" && !e.known(e.Text) && len(e.Matching()) > 1:
		e.Drop()
	default:
		e.tell()
	}
}

// complete fills in the only name that fits what was typed and reports whether
// it did.
func (e *SpeakerEntry) complete() bool {
	fits := e.Matching()
	if len(fits) != 1 || e.Text == "" || e.known(e.Text) {
		return false
	}
	e.SetText(fits[0])
	return true
}
