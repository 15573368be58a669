// Package extract finds the statements of an article: what it attributes to a
// source, who that is, and what the words around it say of the occasion.
//
// It puts together what the packages below it know. Package lang reads the
// text, package attribution finds cues with their content and source by
// learned weights; this package adds what the printed page adds (running and
// floating quotations, questions and answers, transcripts, lists, block
// quotations), takes away what only looks like a statement, and brings spans
// into the house form. Package speakers then names the speakers, package
// setting reads the circumstances, package assess the class.
//
// Everything is a pure function of the input: no clock, no randomness, no
// files but the models inside the program.
package extract
