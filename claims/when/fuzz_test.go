package when_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/when"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"by the end of 2027", "within two years of the vote", "on Friday, June 4-6, 2027", "in the next 999 centuries",
		"the last week of February 2027-28", "before the first of the year 9999", "’90s and 1990s", "Q4 of fiscal 2027", "29 February",
		"in 99 decades’ time", "31.12.1999", "the 31st", "mid-March to early next Easter", "by the end of the beginning of 2027",
	} {
		f.Add(s, 2026, 11, 22)
		f.Add(s, 0, 2, 29)
	}
	f.Fuzz(func(t *testing.T, text string, year, month, day int) {
		if !utf8.ValidString(text) {
			t.Skip("a text is decoded before it comes here")
		}
		ref := claims.Date{Year: year, Month: month, Day: day}
		if ref.Check() != nil {
			ref = claims.Date{}
		}
		end := 0
		for _, e := range when.Find(text, ref) {
			if err := e.Span.Check(text); err != nil {
				t.Fatal(err)
			}
			if e.Span.Start < end || e.Span.Empty() {
				t.Fatalf("the span %v is empty or overlaps the one before", e.Span)
			}
			end = e.Span.End
			for _, d := range []claims.Date{e.Date, e.First, e.Last} {
				if err := d.Check(); err != nil {
					t.Fatalf("%q against %q: %v: %v", e.Span.In(text), ref, d, err)
				}
			}
			if e.Last.Compare(e.First) < 0 {
				t.Fatalf("%q against %q ends on %s before it begins on %s", e.Span.In(text), ref, e.Last, e.First)
			}
		}
		agenda := when.Appointments(text, ref)
		if event, ok := when.Await(text); ok {
			if err := event.Span.Check(text); err != nil {
				t.Fatal(err)
			}
			if e, found := agenda.Due(event, ref); found && (e.Last.Check() != nil || e.Last.Compare(ref) <= 0) {
				t.Fatalf("%q is due %s, said on %s", event.Span.In(text), e.Last, ref)
			}
		}
		if e, ok := when.Due(text, ref); ok && !e.Last.IsZero() && ref.IsFull() && e.Last.Compare(ref) < 0 {
			t.Fatalf("%q is due %s, before it was said on %s", text, e.Last, ref)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2016-08-27T10:00:00Z", "27. August 2016", "08/09/2016", "le 1er mars", "Sat, 27 Aug 16 10:00 +0200"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := when.ParseDate(s)
		if ok == d.IsZero() || d.Check() != nil {
			t.Fatalf("%q: %v %v", s, d, ok)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The mayor of Harwick said on Friday that the new line would open by the end of 2027 and carry 40,000 people. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if len(when.Find(text, said)) != 200 {
			b.Fatal("the expressions are not all there")
		}
	}
}
