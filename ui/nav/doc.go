// Package nav is what the screens have in common: places as values, and the
// host that opens them, runs their work and shows their errors. The window
// itself is made in package ui; the screens see of it only this.
package nav
