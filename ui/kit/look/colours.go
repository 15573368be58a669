package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

type palette map[fyne.ThemeColorName]color.Color

var (
	light = buildLight()
	dark  = buildDark()
)

// The speakers' grounds were chosen by a search over eight ranges of hue for
// the greatest smallest distance (CIE 1976) between any two, as seen with full
// colour vision and, after Machado, Oliveira and Fernandes (2009), without
// red, green or blue cones. The lines are the same hues at a contrast of 4.5
// to the page. The tests measure both again.
var (
	lightSpeakers = [Speakers][2]uint32{
		{0xBFCAE7, 0x5371BF}, // blue
		{0xFEE4A2, 0x916E15}, // yellow
		{0xD4BDFD, 0x8954E7}, // violet
		{0xC2E7C6, 0x12815A}, // green
		{0xFAB999, 0xC0521B}, // orange
		{0xC4F3FD, 0x157D93}, // sky
		{0xE7BCCB, 0xBF4B74}, // pink
		{0xDFF4C2, 0x558117}, // lime
	}
	darkSpeakers = [Speakers][2]uint32{
		{0x313A59, 0x7686BD},
		{0x725F04, 0x9D8616},
		{0x61378D, 0x9E75C9},
		{0x154E2E, 0x2A9A5B},
		{0x622C00, 0xCE6D1D},
		{0x13687D, 0x1A91AE},
		{0x93485A, 0xBB7283},
		{0x4B6935, 0x659146},
	}
)

// toneColours are fill, ink and bar of a tone.
type toneColours [tones][3]uint32

var (
	lightTones = toneColours{
		Neutral: {0xE6E4DF, 0x4A4F57, 0xA3A7AD},
		Open:    {0xDCE8F6, 0x1C4E86, 0x5C93CF},
		Good:    {0xD6EBDD, 0x14603A, 0x3E9A67},
		Partly:  {0xF8E5BE, 0x704700, 0xD39B2A},
		Bad:     {0xF6D9D5, 0x8E1F17, 0xC8544A},
	}
	darkTones = toneColours{
		Neutral: {0x34383F, 0xC3C7CE, 0x6E747D},
		Open:    {0x1F3B5C, 0xA9CBF5, 0x4F86C6},
		Good:    {0x1B4430, 0x94DDB2, 0x3F9B69},
		Partly:  {0x55400F, 0xF2CE85, 0xC39030},
		Bad:     {0x5E2622, 0xF8B4AD, 0xC65F56},
	}
)

func buildLight() palette {
	p := palette{
		theme.ColorNameBackground:          rgb(0xFBFAF8),
		theme.ColorNameForeground:          rgb(0x1F2328),
		theme.ColorNamePlaceHolder:         rgb(0x5C636B),
		theme.ColorNameDisabled:            rgb(0x8B9097),
		theme.ColorNameButton:              rgb(0xECEAE5),
		theme.ColorNameDisabledButton:      rgb(0xF1EFEB),
		theme.ColorNamePrimary:             rgb(0x1F5FA8),
		theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
		theme.ColorNameHyperlink:           rgb(0x1F5FA8),
		theme.ColorNameError:               rgb(0xB3261E),
		theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
		theme.ColorNameSuccess:             rgb(0x1B6E3C),
		theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
		theme.ColorNameWarning:             rgb(0x8A5A00),
		theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
		theme.ColorNameHover:               rgba(0x000000, 0x0E),
		theme.ColorNamePressed:             rgba(0x000000, 0x1C),
		theme.ColorNameFocus:               rgba(0x1F5FA8, 0x30),
		theme.ColorNameSelection:           rgba(0x1F5FA8, 0x38),
		theme.ColorNameInputBackground:     rgb(0xFFFFFF),
		theme.ColorNameInputBorder:         rgb(0x8A8F96),
		theme.ColorNameSeparator:           rgb(0xE2DFDA),
		theme.ColorNameHeaderBackground:    rgb(0xF2F0EC),
		theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
		theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
		theme.ColorNameScrollBar:           rgba(0x000000, 0x66),
		theme.ColorNameScrollBarBackground: rgba(0x000000, 0x0A),
		theme.ColorNameShadow:              rgba(0x000000, 0x2A),
		ColorDim:                           rgb(0x5C636B),
		ColorPaper:                         rgb(0xFFFFFF),
		ColorRail:                          rgb(0xF2F0EC),
		ColorRing:                          rgb(0x1F5FA8),
		ColorMatch:                         rgb(0xFFE9A0),
		ColorMatchHere:                     rgb(0xFFC53D),
		ColorPlaceholder:                   rgb(0xEAE8E3),
	}
	p.add(lightSpeakers, lightTones)
	return p
}

func buildDark() palette {
	p := palette{
		theme.ColorNameBackground:          rgb(0x17191D),
		theme.ColorNameForeground:          rgb(0xE8E6E3),
		theme.ColorNamePlaceHolder:         rgb(0xA3A9B2),
		theme.ColorNameDisabled:            rgb(0x6F757E),
		theme.ColorNameButton:              rgb(0x2A2E35),
		theme.ColorNameDisabledButton:      rgb(0x22252B),
		theme.ColorNamePrimary:             rgb(0x84B6F2),
		theme.ColorNameForegroundOnPrimary: rgb(0x0E1A28),
		theme.ColorNameHyperlink:           rgb(0x84B6F2),
		theme.ColorNameError:               rgb(0xF2857D),
		theme.ColorNameForegroundOnError:   rgb(0x2A0907),
		theme.ColorNameSuccess:             rgb(0x7CCB93),
		theme.ColorNameForegroundOnSuccess: rgb(0x08210F),
		theme.ColorNameWarning:             rgb(0xE3B25C),
		theme.ColorNameForegroundOnWarning: rgb(0x261A02),
		theme.ColorNameHover:               rgba(0xFFFFFF, 0x12),
		theme.ColorNamePressed:             rgba(0xFFFFFF, 0x24),
		theme.ColorNameFocus:               rgba(0x84B6F2, 0x3C),
		theme.ColorNameSelection:           rgba(0x84B6F2, 0x40),
		theme.ColorNameInputBackground:     rgb(0x1F2228),
		theme.ColorNameInputBorder:         rgb(0x6B727C),
		theme.ColorNameSeparator:           rgb(0x2D3138),
		theme.ColorNameHeaderBackground:    rgb(0x1E2126),
		theme.ColorNameMenuBackground:      rgb(0x24282F),
		theme.ColorNameOverlayBackground:   rgb(0x1F2228),
		theme.ColorNameScrollBar:           rgba(0xFFFFFF, 0x70),
		theme.ColorNameScrollBarBackground: rgba(0xFFFFFF, 0x0C),
		theme.ColorNameShadow:              rgba(0x000000, 0x70),
		ColorDim:                           rgb(0xA3A9B2),
		ColorPaper:                         rgb(0x1A1C20),
		ColorRail:                          rgb(0x1E2126),
		ColorRing:                          rgb(0x84B6F2),
		ColorMatch:                         rgb(0x5A4A10),
		ColorMatchHere:                     rgb(0x7A5800),
		ColorPlaceholder:                   rgb(0x262A30),
	}
	p.add(darkSpeakers, darkTones)
	return p
}

func (p palette) add(speakers [Speakers][2]uint32, colours toneColours) {
	for i, pair := range speakers {
		p[SpeakerFill(i)], p[SpeakerLine(i)] = rgb(pair[0]), rgb(pair[1])
	}
	for i, set := range colours {
		t := Tone(i)
		p[t.Fill()], p[t.Ink()], p[t.Bar()] = rgb(set[0]), rgb(set[1]), rgb(set[2])
	}
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16 & 0xFF), G: uint8(hex >> 8 & 0xFF), B: uint8(hex & 0xFF), A: alpha}
}
