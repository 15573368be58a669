// Package figures reads quantities in English text (value, unit, bounds,
// change, period) and compares the one that somebody said with the one that
// was published, with the working shown.
//
// It reads words only. It does not know what a figure is about: two figures
// with the same unit can still measure different things, and a person judges
// that. Dates, ordinals and numbers that are part of a name are no figures.
package figures
