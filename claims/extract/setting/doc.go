// Package setting reads the circumstances of a statement from the words around
// it: whether it was asserted or denied, how far it was hedged, to whom it was
// said, on what occasion and on what day.
//
// It finds no statements and names no speakers.
package setting
