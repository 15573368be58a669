// Package statement is what the screens share about a statement: its card with
// who, cue, why and confidence, the actions on it, and the dialogs that
// correct it or make a claim of it.
package statement
