package statement

import (
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// WhoWords says who made a statement of an article. A source that nobody has
// decided on is no name: "he" stands there as what the text says.
func WhoWords(r *desk.Reading, s *claims.Statement) string {
	if name := Speaker(r, s); name != "" {
		return name
	}
	return Undecided(s.Mention)
}

// Undecided stands for the speaker of a statement that has none, whose source
// the text calls by these words.
func Undecided(mention string) string {
	if mention == "" {
		return lang.X("speaker.nobody", "Nobody is named")
	}
	return kit.Here().Of(lang.X("speaker.undecided", "Speaker undecided"), nav.Quoted(mention))
}

// Speaker is the name of who made a statement, "" where that is not decided.
func Speaker(r *desk.Reading, s *claims.Statement) string {
	if who := r.Speakers[s.Speaker]; who != nil {
		return who.Name
	}
	return ""
}

// ReviewWords names a review state.
func ReviewWords(r claims.Review) string {
	switch r {
	case claims.Accepted:
		return lang.X("review.accepted", "Accepted")
	case claims.Edited:
		return lang.X("review.edited", "Corrected")
	case claims.Rejected:
		return lang.X("review.rejected", "Rejected")
	}
	return lang.X("review.waiting", "To review")
}

// ReviewTone is the tone of a review state.
func ReviewTone(r claims.Review) look.Tone {
	switch r {
	case claims.Accepted, claims.Edited:
		return look.Good
	case claims.Rejected:
		return look.Bad
	}
	return look.Neutral
}

// CheckabilityWords says when a claim can be checked.
func CheckabilityWords(c claims.Checkability) string {
	switch c {
	case claims.CheckableNow:
		return lang.X("checkable.now", "Now, with records that exist")
	case claims.CheckableLater:
		return lang.X("checkable.later", "Later, once it is due")
	}
	return lang.X("checkable.no", "Not at all")
}

func kindWords(k claims.Quoting) string {
	switch k {
	case claims.Direct:
		return lang.X("kind.direct", "Word for word")
	case claims.Mixed:
		return lang.X("kind.mixed", "In part")
	}
	return lang.X("kind.indirect", "In the writer’s words")
}

func polarityWords(p claims.Polarity) string {
	if p == claims.Negative {
		return lang.X("polarity.negative", "No: denied or not said")
	}
	return ""
}

func dateWords(d claims.Date, from string) string {
	if from == "" {
		return nav.Date(d)
	}
	if d.IsZero() {
		return nav.Quoted(from)
	}
	return nav.Date(d) + "  (" + nav.Quoted(from) + ")"
}
