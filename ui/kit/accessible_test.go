package kit

import "fyne.io/fyne/v2"

// What a person reads or works with is heard by a screen reader too.
var (
	_ fyne.Accessible = (*Table[int])(nil)
	_ fyne.Accessible = (*List[int])(nil)
	_ fyne.Accessible = (*Chip)(nil)
	_ fyne.Accessible = (*Emphasis)(nil)
	_ fyne.Accessible = (*CaptionText)(nil)
	_ fyne.Accessible = (*Bars)(nil)
	_ fyne.Accessible = (*Timeline)(nil)
	_ fyne.Accessible = (*Line)(nil)
	_ fyne.Accessible = (*StatusLine)(nil)
	_ fyne.Accessible = (*Meter)(nil)
)
