package claims

import (
	"fmt"
	"strings"
	"time"
)

// Date is a calendar date of which parts may be unknown: a zero Year, Month or
// Day is one that nobody gave. "August 2016" has no day, "Aug. 27" has no
// year, and neither is ever filled in silently. The zero Date is unknown.
type Date struct {
	Year, Month, Day int
}

// On is a full date.
func On(year int, month time.Month, day int) Date { return Date{year, int(month), day} }

// DateOf is the date of an instant in its own time zone.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d == Date{} }

// IsFull reports whether year, month and day are known.
func (d Date) IsFull() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// String is ISO 8601: 2016-08-27, 2016-08, 2016, --08-27, --08; "" where
// nothing is known.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Year == 0 && d.Day == 0:
		return fmt.Sprintf("--%02d", d.Month)
	case d.Year == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseDate reads what String writes. The empty string is the unknown date.
func ParseDate(s string) (Date, error) {
	var d Date
	bad := Invalid("date", Say("error.notDateSuch", "%q is not a date such as 2016-08-27, 2016-08, 2016 or --08-27", s))
	rest := s
	if rest == "" {
		return d, nil
	}
	var ok bool
	if strings.HasPrefix(rest, "--") {
		rest = rest[1:]
	} else if d.Year, rest, ok = digits(rest, 4); !ok || d.Year == 0 {
		return Date{}, bad
	}
	for _, part := range []*int{&d.Month, &d.Day} {
		if rest == "" {
			break
		}
		if rest[0] != '-' {
			return Date{}, bad
		}
		if *part, rest, ok = digits(rest[1:], 2); !ok || *part == 0 {
			return Date{}, bad
		}
	}
	if rest != "" {
		return Date{}, bad
	}
	if err := d.Check(); err != nil {
		return Date{}, Invalid("date", Say("error.notInAnyYear", "there is no day or month %s in the calendar", s))
	}
	return d, nil
}

func digits(s string, n int) (value int, rest string, ok bool) {
	if len(s) < n {
		return 0, s, false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, s, false
		}
		value = value*10 + int(s[i]-'0')
	}
	return value, s[n:], true
}

// Check tells why the date cannot be one: 31 April, or a day without a month.
func (d Date) Check() error {
	switch {
	case d.Year < 0 || d.Year > 9999, d.Month < 0 || d.Month > 12, d.Day < 0 || d.Day > 31,
		d.Day != 0 && d.Month == 0, d.Year == 0 && d.Month == 0 && d.Day != 0:
		return Invalid("date", Say("error.noSuchDay", "there is no such day"))
	case d.Day != 0 && d.Day > daysIn(d.Year, d.Month):
		return Invalid("date", Say("error.notInCalendar", "%s is not in the calendar", d))
	}
	return nil
}

func daysIn(year, month int) int {
	if year == 0 {
		year = 2000 // 29 February exists in some year
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// First is the earliest full date that d can mean; ok is false where the year
// is unknown.
func (d Date) First() (first Date, ok bool) {
	if d.Year == 0 {
		return Date{}, false
	}
	d.Month = max(d.Month, 1)
	d.Day = max(d.Day, 1)
	return d, true
}

// Last is the latest full date that d can mean; ok is false where the year is
// unknown. A deadline "2027" is missed after 31 December.
func (d Date) Last() (last Date, ok bool) {
	if d.Year == 0 {
		return Date{}, false
	}
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = daysIn(d.Year, d.Month)
	}
	return d, true
}

// Time is midnight UTC of the earliest day that d can mean, and the zero time
// where the year is unknown.
func (d Date) Time() time.Time {
	f, ok := d.First()
	if !ok {
		return time.Time{}
	}
	return time.Date(f.Year, time.Month(f.Month), f.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays moves a full date; a partial date is returned as it is.
func (d Date) AddDays(n int) Date {
	if !d.IsFull() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Compare orders dates by their earliest day, unknown years first, and a less
// exact date before a more exact one that begins on the same day.
func (d Date) Compare(o Date) int {
	if c := d.key() - o.key(); c != 0 {
		return sign(c)
	}
	return sign(d.exactness() - o.exactness())
}

func (d Date) key() int { return d.Year*10000 + max(d.Month, 1)*100 + max(d.Day, 1) }

func (d Date) exactness() int {
	n := 0
	for _, part := range []int{d.Year, d.Month, d.Day} {
		if part != 0 {
			n++
		}
	}
	return n
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// MarshalText writes the ISO 8601 form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO 8601 form.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	*d = v
	return err
}
