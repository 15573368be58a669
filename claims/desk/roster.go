package desk

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/speakers"
	"onrecord/claims/fold"
	"onrecord/claims/match"
	"onrecord/claims/match/words"
)

// roster knows every speaker of the archive by folded name and alias, so that
// an import finds the same person again without asking the store each time.
type roster struct {
	mu     sync.Mutex
	loaded bool
	byID   map[claims.ID]*claims.Speaker
	byName map[string][]claims.ID
	byLast map[string][]claims.ID // named speakers by the last word of a name
	list   *match.NameList        // of the names in alphabetical order; nil until it is asked for
	sorted []string               // what it is made of
}

func (r *roster) load(ctx context.Context, s Store) error {
	if r.loaded {
		return nil
	}
	r.list, r.sorted = nil, nil
	r.byID, r.byName, r.byLast = map[claims.ID]*claims.Speaker{}, map[string][]claims.ID{}, map[string][]claims.ID{}
	for rec, err := range s.All(ctx, claims.KindSpeaker) {
		if err != nil {
			return err
		}
		r.add(rec.(*claims.Speaker))
	}
	r.loaded = true
	return nil
}

func (r *roster) add(s *claims.Speaker) {
	r.list, r.sorted = nil, nil
	r.byID[s.ID] = s
	for _, name := range names(s) {
		insert(r.byName, name, s.ID)
		if last := lastWord(name); isNamed(s) {
			insert(r.byLast, last, s.ID)
		}
	}
}

func insert(to map[string][]claims.ID, key string, id claims.ID) {
	if !slices.Contains(to[key], id) {
		to[key] = append(to[key], id)
	}
}

// namedIn lists the speakers of whose names the last word stands in a text with
// a capital letter.
func (d *Desk) namedIn(ctx context.Context, text string) ([]claims.ID, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	var out []claims.ID
	words.Each(text, func(word []byte, start, _ int) {
		if first, _ := utf8.DecodeRuneInString(text[start:]); !unicode.IsUpper(first) {
			return
		}
		for _, id := range d.people.byLast[strings.TrimSuffix(string(word), "'s")] {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	})
	return out, nil
}

// isNamed reports whether the speaker has a name, and not only a description
// that means somebody else in every article.
func isNamed(s *claims.Speaker) bool { return s.Type == claims.Person || s.Type == claims.Organization }

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

func (r *roster) drop(s *claims.Speaker) {
	r.list, r.sorted = nil, nil
	delete(r.byID, s.ID)
	for _, name := range names(s) {
		remove(r.byName, name, s.ID)
		remove(r.byLast, lastWord(name), s.ID)
	}
}

func remove(from map[string][]claims.ID, key string, id claims.ID) {
	from[key] = slices.DeleteFunc(from[key], func(have claims.ID) bool { return have == id })
}

// forget makes the next use read the archive again: after an import that did
// not reach it.
func (r *roster) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loaded = false
}

// note follows a committed change.
func (r *roster) note(c claims.Change) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.loaded {
		return
	}
	for _, e := range c.Edits {
		if e.Key().Kind != claims.KindSpeaker {
			continue
		}
		if old, ok := r.byID[e.Key().ID]; ok {
			r.drop(old)
		}
		if e.After != nil {
			r.add(e.After.(*claims.Speaker))
		}
	}
}

// namesakes lists the speakers whose canonical name it is.
func (r *roster) namesakes(name string) (out []*claims.Speaker) {
	key := fold.Key(name)
	for _, id := range r.byName[key] {
		if s := r.byID[id]; fold.Key(s.Name) == key {
			out = append(out, s)
		}
	}
	return out
}

// find returns the speaker whom the name means: the one whose canonical name
// it is, or the only one who has it as an alias.
func (r *roster) find(name string) (*claims.Speaker, bool) {
	key := fold.Key(name)
	ids := r.byName[key]
	for _, id := range ids {
		if s := r.byID[id]; fold.Key(s.Name) == key {
			return s, true
		}
	}
	if len(ids) == 1 {
		return r.byID[ids[0]], true
	}
	return nil, false
}

// bySurname returns the only person of the archive with that last name, for an
// article that never gives the first.
func (r *roster) bySurname(who speakers.Resolution) (*claims.Speaker, bool) {
	key := fold.Key(who.Name)
	if who.Type != claims.Person || strings.Contains(key, " ") || len(r.byLast[key]) != 1 {
		return nil, false
	}
	s := r.byID[r.byLast[key][0]]
	return s, s.Type == claims.Person
}
