package claims

import (
	"slices"
	"testing"
)

func TestDateReadsWhatItWrites(t *testing.T) {
	for _, s := range []string{"", "2016", "2016-08", "2016-08-27", "--08-27", "--08", "2024-02-29", "--02-29"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"16", "2016-8", "2016-13", "2016-02-30", "2023-02-29", "2016-08-27T00:00", "--", "0000", "2016--27", "last week"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestDateBounds(t *testing.T) {
	for _, c := range []struct{ date, first, last string }{
		{"2027", "2027-01-01", "2027-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2016-08-27", "2016-08-27", "2016-08-27"},
	} {
		d, _ := ParseDate(c.date)
		first, _ := d.First()
		last, _ := d.Last()
		if first.String() != c.first || last.String() != c.last {
			t.Errorf("%s is %s to %s, want %s to %s", c.date, first, last, c.first, c.last)
		}
	}
	if _, ok := (Date{Month: 8, Day: 27}).Last(); ok {
		t.Error("a date without a year has a last day")
	}
}

func TestDateOrder(t *testing.T) {
	want := []string{"", "--08-27", "2015-12-31", "2016", "2016-01", "2016-01-01", "2016-02"}
	var dates []Date
	for _, s := range want {
		d, _ := ParseDate(s)
		dates = append([]Date{d}, dates...)
	}
	slices.SortFunc(dates, Date.Compare)
	for i, d := range dates {
		if d.String() != want[i] {
			t.Errorf("place %d holds %q, want %q", i, d, want[i])
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2016-08-27")
	f.Add("--08-27")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err == nil && d.String() != s {
			t.Errorf("%q was read as %q", s, d)
		}
	})
}
