// Package desk holds the use cases of Onrecord: what a person can do to an
// archive, one method each, the same for the window and the command line.
//
// Every method blocks, takes a context and returns errors that can be shown.
// Screens learn of changes through Subscribe, after they are committed.
package desk
