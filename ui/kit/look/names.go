package look

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Colours that Fyne has no name for.
const (
	// ColorDim is for text of second rank: captions, hints, counts.
	ColorDim fyne.ThemeColorName = "onrecord.dim"
	// ColorPaper is the page an article is printed on.
	ColorPaper fyne.ThemeColorName = "onrecord.paper"
	// ColorRail is the ground of the side rail and the status line.
	ColorRail fyne.ThemeColorName = "onrecord.rail"
	// ColorRing is the frame around what has the keyboard.
	ColorRing fyne.ThemeColorName = "onrecord.ring"
	// ColorMatch is behind the letters or words that a search has found.
	ColorMatch fyne.ThemeColorName = "onrecord.match"
	// ColorMatchHere is behind the one found place that is looked at.
	ColorMatchHere fyne.ThemeColorName = "onrecord.matchHere"
	// ColorPlaceholder is for the bars that stand where rows will come.
	ColorPlaceholder fyne.ThemeColorName = "onrecord.placeholderBar"
)

// Speakers is the number of colours for speakers; an index past the last
// begins again with the first.
const Speakers = 8

// SpeakerFill names the colour behind the words of speaker i.
func SpeakerFill(i int) fyne.ThemeColorName { return speakerFills[wrap(i)] }

// SpeakerLine names the stronger colour of speaker i, for underlines, dots and
// bars.
func SpeakerLine(i int) fyne.ThemeColorName { return speakerLines[wrap(i)] }

func wrap(i int) int { return ((i % Speakers) + Speakers) % Speakers }

var speakerFills, speakerLines = speakerNames()

func speakerNames() (fills, lines [Speakers]fyne.ThemeColorName) {
	for i := range Speakers {
		fills[i] = fyne.ThemeColorName(fmt.Sprintf("onrecord.speaker%d.fill", i))
		lines[i] = fyne.ThemeColorName(fmt.Sprintf("onrecord.speaker%d.line", i))
	}
	return fills, lines
}

// Tone is the feeling of a verdict, a badge or a notice.
type Tone int

// The tones, from what is not yet known to the worst.
const (
	Neutral Tone = iota // not rated, unknown
	Open                // pending, in the works, checkable
	Good                // kept, came true, supported
	Partly              // compromise, partly, stalled
	Bad                 // broken, did not come true, contradicted
	tones
)

var toneNames = [tones]string{"neutral", "open", "good", "partly", "bad"}

// Fill names the ground of a badge or bar of this tone.
func (t Tone) Fill() fyne.ThemeColorName { return t.name("fill") }

// Ink names the colour of words on that ground, also readable on the
// background of the window.
func (t Tone) Ink() fyne.ThemeColorName { return t.name("ink") }

// Bar names the colour of a bar or mark in a chart.
func (t Tone) Bar() fyne.ThemeColorName { return t.name("bar") }

func (t Tone) name(part string) fyne.ThemeColorName {
	if t < 0 || t >= tones {
		t = Neutral
	}
	return fyne.ThemeColorName("onrecord.tone." + toneNames[t] + "." + part)
}
