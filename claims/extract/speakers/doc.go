// Package speakers decides who speaks. Given a document and the attributions
// found in it (a source mention, a cue and the words attributed), it names for
// each the person, organisation, group, document or unnamed source behind the
// mention, in the fullest form that the article gives.
//
// It works in three steps. Mentions of people, organisations and texts are
// gathered over the article (gather.go) and clustered into entities by their
// names, titles and roles (cluster.go); every attribution then asks for the
// entity behind its source (resolve.go): by name, by role, by pronoun, by the
// turn of a transcript, or, where a quotation stands alone, by what is around
// it. What the text does not decide is reported with the candidates and the
// doubt in words; nothing is guessed silently.
//
// The package finds no attributions and judges no content.
package speakers
