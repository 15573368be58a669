package kit

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2/lang"
)

// Locale is how the language of the window writes dates, numbers and
// quotations. The patterns stand in the translation files, because that is
// where somebody adds a language.
type Locale struct {
	Full    string   // of a whole date: {d} {dd} {m} {mm} {mon} {yyyy}
	Month   string   // of a month and year
	Day     string   // of a day without its year
	Months  []string // short names, January first
	Quote   string   // words between quotation marks: %s
	Colon   string   // what is named, and what is said of it: %s: %s
	Group   string   // between thousands
	Decimal string   // before decimals
	Bytes   []string // short names of 1, 1000, 1000² and so on of them
}

// English is the locale of a window without translations.
var English = Locale{
	Full: "{d} {mon} {yyyy}", Month: "{mon} {yyyy}", Day: "{d} {mon}",
	Months: strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), Quote: "“%s”", Colon: "%s: %s", Group: ",", Decimal: ".",
	Bytes: strings.Fields("B kB MB GB TB"),
}

// Here is the locale of the window. It is read once: the language of a running
// program does not change.
var Here = sync.OnceValue(func() *Locale {
	group, decimal := separators(lang.X("locale.number", "1,234.5"))
	return &Locale{
		Full:    lang.X("locale.date", "{d} {mon} {yyyy}"),
		Month:   lang.X("locale.month", "{mon} {yyyy}"),
		Day:     lang.X("locale.day", "{d} {mon}"),
		Months:  strings.Fields(lang.X("locale.months", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")),
		Quote:   lang.X("locale.quote", "“%s”"),
		Colon:   lang.X("locale.colon", "%s: %s"),
		Group:   group,
		Decimal: decimal,
		Bytes:   strings.Fields(lang.X("locale.bytes", "B kB MB GB TB")),
	}
})

// separators takes the marks of a language out of how it writes 1234.5.
func separators(example string) (group, decimal string) {
	example = strings.TrimSuffix(strings.TrimPrefix(example, "1"), "5")
	group, decimal, _ = strings.Cut(example, "234")
	return group, decimal
}

// Date writes what is known of a date; a part that is 0 is unknown. Nothing
// known is "".
func (l *Locale) Date(year, month, day int) string {
	switch {
	case month == 0 && year == 0:
		return ""
	case month == 0:
		return strconv.Itoa(year)
	case day == 0 && year == 0:
		return l.month(month)
	case day == 0:
		return l.fill(l.Month, year, month, day)
	case year == 0:
		return l.fill(l.Day, year, month, day)
	}
	return l.fill(l.Full, year, month, day)
}

// Time writes the day of an instant, in its own time zone.
func (l *Locale) Time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return l.Date(t.Year(), int(t.Month()), t.Day())
}

// Clock writes an instant to the minute, in its own time zone.
func (l *Locale) Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return l.Time(t) + ", " + t.Format("15:04")
}

// Size writes a number of bytes, to a tenth below ten of a unit.
func (l *Locale) Size(bytes int64) string {
	v, unit := float64(bytes), 0
	for ; v >= 999.5 && unit < len(l.Bytes)-1; unit++ {
		v /= 1000
	}
	decimals := 0
	if unit > 0 && v < 9.95 {
		decimals = 1
	}
	return l.Float(v, decimals) + " " + l.Bytes[unit]
}

func (l *Locale) fill(pattern string, year, month, day int) string {
	return strings.NewReplacer("{dd}", fmt.Sprintf("%02d", day), "{d}", strconv.Itoa(day), "{mm}", fmt.Sprintf("%02d", month), "{m}", strconv.Itoa(month),
		"{mon}", l.month(month), "{yyyy}", fmt.Sprintf("%04d", year)).Replace(pattern)
}

func (l *Locale) month(n int) string {
	if n < 1 || n > len(l.Months) {
		return strconv.Itoa(n)
	}
	return l.Months[n-1]
}

// Int writes a whole number with its thousands apart.
func (l *Locale) Int(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + l.Group + digits[at:]
	}
	return sign + digits
}

// Float writes a number with a number of decimals.
func (l *Locale) Float(v float64, decimals int) string {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	whole, fraction, cut := strings.Cut(text, ".")
	if n, err := strconv.Atoi(whole); err == nil && n != 0 {
		whole = l.Int(n)
	}
	if !cut {
		return whole
	}
	return whole + l.Decimal + fraction
}

// Of sets a colon between a name and what is said of it.
func (l *Locale) Of(name, said string) string { return fmt.Sprintf(l.Colon, name, said) }

// Quoted puts words between quotation marks, unless they bring their own.
func (l *Locale) Quoted(words string) string {
	if opensQuoted(words) {
		return words
	}
	return fmt.Sprintf(l.Quote, words)
}

func opensQuoted(words string) bool {
	for _, mark := range []string{`"`, "“", "”", "„", "«", "»", "‘", "‚", "'"} {
		if strings.HasPrefix(words, mark) {
			return true
		}
	}
	return false
}
