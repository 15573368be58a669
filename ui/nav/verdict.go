package nav

import (
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit/look"
)

// Tone is the feeling of a value of a scale.
func Tone(v claims.Value) look.Tone {
	switch {
	case !v.Final && v.Rating == 0:
		return look.Neutral
	case !v.Final:
		if v.Rating <= 2 {
			return look.Partly
		}
		return look.Open
	case v.Rating >= 4:
		return look.Good
	case v.Rating == 0:
		return look.Neutral
	case v.Rating >= 2:
		return look.Partly
	}
	return look.Bad
}

// DueWords names a state of the due desk.
func DueWords(s desk.DueState) string {
	switch s {
	case desk.Overdue:
		return lang.X("due.overdue", "Overdue")
	case desk.DueSoon:
		return lang.X("due.soon", "Due soon")
	case desk.Replying:
		return lang.X("due.reply", "Waiting for a reply")
	case desk.Unchecked:
		return lang.X("due.unchecked", "Never checked")
	case desk.Snoozed:
		return lang.X("due.snoozedState", "Snoozed")
	}
	return lang.X("due.stale", "Not checked for a while")
}

// DueTone is the feeling of a state of the due desk.
func DueTone(s desk.DueState) look.Tone {
	switch s {
	case desk.Overdue:
		return look.Bad
	case desk.DueSoon, desk.Replying:
		return look.Partly
	}
	return look.Neutral
}

// RelationWords says how an outcome bears on a claim.
func RelationWords(r claims.Relation) string {
	switch r {
	case claims.Supports:
		return lang.X("relation.supports", "Supports")
	case claims.Contradicts:
		return lang.X("relation.contradicts", "Contradicts")
	}
	return lang.X("relation.context", "Context")
}

// RelationTone is the feeling of a relation.
func RelationTone(r claims.Relation) look.Tone {
	switch r {
	case claims.Supports:
		return look.Good
	case claims.Contradicts:
		return look.Bad
	}
	return look.Neutral
}
