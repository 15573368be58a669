// Package ui is the window: side rail, menus, history, drop target, status
// line and palette around the screens. It wires the screens to the desk and
// knows nothing of how the archive is kept.
package ui
