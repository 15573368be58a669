// Package speakers decides who speaks. Given a document and the attributions
// found in it (a source mention, a cue and the words attributed), it names for
// each the person, organisation, group, document or unnamed source behind the
// mention, in the fullest form that the article gives.
//
// It works in three steps. Names are found in the runs of capitals and divided
// into title, role and name (scan.go, rundivide.go, kind.go); they and the
// phrases that stand for somebody without a name are clustered into entities
// (entity.go, link.go, nominal.go); every attribution then asks for the entity
// behind its source (resolve.go): by name, by role, by pronoun, by the turn of
// an interview or, where a quotation stands alone, by what is around it. What
// the text does not decide is reported with the candidates and the doubt in
// words; nothing is guessed silently.
//
// All steps take time linear in the length of the text: whoever is looked for,
// only the last few mentions and bearers of a name are.
//
// The package finds no attributions and judges no content.
package speakers
