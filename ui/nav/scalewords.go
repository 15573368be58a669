package nav

import "fyne.io/fyne/v2/lang"

// ScaleWord translates a word of the default scales: a value or the name of a
// scale, as reports in that language do. A word that a person has given stays as
// it is.
func ScaleWord(word string) string {
	if translated, ok := scaleWords()[word]; ok {
		return translated
	}
	return word
}

func scaleWords() map[string]string {
	return map[string]string{
		"Not yet rated":      lang.X("scale.notRated", "Not yet rated"),
		"In the works":       lang.X("scale.inTheWorks", "In the works"),
		"Stalled":            lang.X("scale.stalled", "Stalled"),
		"Kept":               lang.X("scale.kept", "Kept"),
		"Compromise":         lang.X("scale.compromise", "Compromise"),
		"Broken":             lang.X("scale.broken", "Broken"),
		"Pending":            lang.X("scale.pending", "Pending"),
		"Came true":          lang.X("scale.cameTrue", "Came true"),
		"Partly":             lang.X("scale.partly", "Partly"),
		"Did not come true":  lang.X("scale.didNot", "Did not come true"),
		"Cannot be resolved": lang.X("scale.unresolvable", "Cannot be resolved"),
		"Unchecked":          lang.X("scale.unchecked", "Unchecked"),
		"Supported":          lang.X("scale.supported", "Supported"),
		"Contradicted":       lang.X("scale.contradicted", "Contradicted"),
		"Unproven":           lang.X("scale.unproven", "Unproven"),
		"Promises":           lang.X("scale.promises", "Promises"),
		"Predictions":        lang.X("scale.predictions", "Predictions"),
		"Statements of fact": lang.X("scale.facts", "Statements of fact"),
	}
}
