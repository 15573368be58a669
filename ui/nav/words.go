package nav

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/ui/kit"
)

// What is remembered of the looks.
const (
	PrefMode = "look.mode" // look.Mode
	PrefText = "look.text" // percent
)

// What "soon" and "a while" mean on the due desk, in days.
const (
	PrefSoon  = "due.soon"
	PrefStale = "due.stale"
)

// PrefWatch is the folder whose new files are read by themselves; "" for none.
const PrefWatch = "import.watch"

// PrefTextOnly says that of what is imported only the texts are kept, not the
// files themselves.
const PrefTextOnly = "import.textOnly"

// ChangeName translates the words of a change, which the journal keeps in
// English. A number in brackets at the end stays.
func ChangeName(what string) string {
	words, number := what, ""
	if i := strings.LastIndex(what, " ("); i > 0 {
		words, number = what[:i], what[i:]
	}
	name, ok := changeNames()[words]
	if !ok {
		return what
	}
	return name + number
}

func changeNames() map[string]string {
	return map[string]string{
		"Accept statement":      lang.X("change.accept", "Accept statement"),
		"Accept statements":     lang.X("change.accepts", "Accept statements"),
		"Reject statement":      lang.X("change.reject", "Reject statement"),
		"Reject statements":     lang.X("change.rejects", "Reject statements"),
		"Reopen statement":      lang.X("change.reopen", "Reopen statement"),
		"Reopen statements":     lang.X("change.reopens", "Reopen statements"),
		"Edit statement":        lang.X("change.editStatement", "Edit statement"),
		"Add statement":         lang.X("change.addStatement", "Add statement"),
		"Delete statement":      lang.X("change.deleteStatement", "Delete statement"),
		"Set speaker":           lang.X("change.setSpeaker", "Set speaker"),
		"Edit speaker":          lang.X("change.editSpeaker", "Edit speaker"),
		"Rename speaker":        lang.X("change.renameSpeaker", "Rename speaker"),
		"Add speaker":           lang.X("change.addSpeaker", "Add speaker"),
		"Merge speakers":        lang.X("change.mergeSpeakers", "Merge speakers"),
		"Tell speakers apart":   lang.X("change.distinct", "Tell speakers apart"),
		"Reconsider speakers":   lang.X("change.reconsiderSpeakers", "Reconsider speakers"),
		"Refuse suggestion":     lang.X("change.refuse", "Refuse suggestion"),
		"Reconsider suggestion": lang.X("change.reconsider", "Reconsider suggestion"),
		"Split speaker":         lang.X("change.splitSpeaker", "Split speaker"),
		"Make claim":            lang.X("change.makeClaim", "Make claim"),
		"Edit claim":            lang.X("change.editClaim", "Edit claim"),
		"Edit claims":           lang.X("change.editClaims", "Edit claims"),
		"Delete claim":          lang.X("change.deleteClaim", "Delete claim"),
		"Set resolution test":   lang.X("change.setTest", "Set resolution test"),
		"Add appearance":        lang.X("change.addAppearance", "Add appearance"),
		"Remove appearance":     lang.X("change.removeAppearance", "Remove appearance"),
		"Give verdict":          lang.X("change.verdict", "Give verdict"),
		"Mark as checked":       lang.X("change.checked", "Mark as checked"),
		"Snooze claim":          lang.X("change.snooze", "Snooze claim"),
		"Log reply":             lang.X("change.reply", "Log reply"),
		"Add outcome":           lang.X("change.addOutcome", "Add outcome"),
		"Edit outcome":          lang.X("change.editOutcome", "Edit outcome"),
		"Delete outcome":        lang.X("change.deleteOutcome", "Delete outcome"),
		"Link outcome":          lang.X("change.link", "Link outcome"),
		"Unlink outcome":        lang.X("change.unlink", "Unlink outcome"),
		"Attach file":           lang.X("change.attach", "Attach file"),
		"Edit scale":            lang.X("change.scale", "Edit scale"),
		"Import article":        lang.X("change.import", "Import article"),
		"Import articles":       lang.X("change.imports", "Import articles"),
		"Edit article":          lang.X("change.editArticle", "Edit article"),
		"Delete article":        lang.X("change.deleteArticle", "Delete article"),
		"Save search":           lang.X("change.saveSearch", "Save search"),
		"Rename saved search":   lang.X("change.renameSearch", "Rename saved search"),
		"Delete saved search":   lang.X("change.dropSearch", "Delete saved search"),
		"Add sample archive":    lang.X("change.sample", "Add sample archive"),
		"Remove sample archive": lang.X("change.nosample", "Remove sample archive"),
		"Read statements again": lang.X("change.reextract", "Read statements again"),
		"Look at saved search":  lang.X("change.looked", "Look at saved search"),
	}
}

// Join sets the parts of a line side by side and leaves out the empty ones.
func Join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), " · ")
}

// SplitTags reads tags separated by commas.
func SplitTags(s string) []string {
	var out []string
	for _, t := range strings.Split(s, ",") {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// Large is the size of a dialog that takes most of a window.
func Large(w fyne.Window) fyne.Size {
	s := w.Canvas().Size()
	return fyne.NewSize(s.Width*0.75, s.Height*0.82)
}

// Tall is the size of a dialog with a form that grows while it is filled in: as high as a
// large one, and no wider than lines of a form are read well.
func Tall(w fyne.Window) fyne.Size {
	const widest = 900 // with text of 14
	size := Large(w)
	return fyne.NewSize(min(size.Width, widest*theme.TextSize()/14), size.Height)
}

// Fit is the size of a dialog as wide as a tall one, and no higher than its form
// needs at that width.
func Fit(w fyne.Window, form fyne.CanvasObject) fyne.Size {
	const most = 0.92 // of the window: more of a form is seen without scrolling
	size := Tall(w)
	frame := 3*kit.NewButton("", nil, nil).MinSize().Height + 6*theme.Padding() // title, buttons and the room around
	form.Resize(fyne.NewSize(size.Width-8*theme.InnerPadding(), form.MinSize().Height))
	size.Height = min(w.Canvas().Size().Height*most, form.MinSize().Height+frame)
	return size
}
