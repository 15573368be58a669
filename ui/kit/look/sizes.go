package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes that Fyne has no name for.
const (
	SizeReading      fyne.ThemeSizeName = "onrecord.reading"      // the text of an article
	SizeReadingTitle fyne.ThemeSizeName = "onrecord.readingTitle" // its first paragraph
	SizeGap          fyne.ThemeSizeName = "onrecord.gap"          // between the sections of a page
	SizeFocusRing    fyne.ThemeSizeName = "onrecord.focusRing"    // the frame around what has the keyboard
)

// typeScale is every size that grows with the text size, at 100 percent.
var typeScale = map[fyne.ThemeSizeName]float32{
	theme.SizeNameCaptionText:    12,
	theme.SizeNameText:           14,
	theme.SizeNameSubHeadingText: 17,
	theme.SizeNameHeadingText:    22,
	theme.SizeNameInlineIcon:     18,
	SizeReading:                  16,
	SizeReadingTitle:             25,
}

// spacing is every size that grows more slowly than the text: at 200 percent
// a window must still hold more than one column.
var spacing = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        5,
	theme.SizeNameButtonRadius:       5,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameCardRadius:         8,
	theme.SizeNameDialogRadius:       10,
	theme.SizeNamePopupRadius:        8,
	theme.SizeNameMenuRadius:         6,
	theme.SizeNameModalBlurRadius:    0, // what a dialog asks about stays readable behind it, and nothing is blurred anew with every letter
	SizeGap:                          20,
	SizeFocusRing:                    2,
}

// spacingFollows is the share of the growth of the text that space takes part in.
const spacingFollows = 0.4
