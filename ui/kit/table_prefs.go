package kit

import "fyne.io/fyne/v2"

// tablePrefs keeps the order and the widths of a table between two starts.
type tablePrefs struct {
	store  fyne.Preferences
	prefix string
}

func (p *tablePrefs) order() (column string, descending bool) {
	return p.store.String(p.prefix + "sort"), p.store.Bool(p.prefix + "descending")
}

func (p *tablePrefs) setOrder(column string, descending bool) {
	p.store.SetString(p.prefix+"sort", column)
	p.store.SetBool(p.prefix+"descending", descending)
}

// width is the kept width of a column at 100 percent text size, or fallback.
func (p *tablePrefs) width(column string, fallback float32) float32 {
	return float32(p.store.FloatWithFallback(p.prefix+"width."+column, float64(fallback)))
}

func (p *tablePrefs) setWidth(column string, width float32) {
	p.store.SetFloat(p.prefix+"width."+column, float64(width))
}
