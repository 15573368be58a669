package nav

import (
	"testing"

	"onrecord/claims"
)

func TestADateStandsInAFieldAsItCanBeTyped(t *testing.T) {
	for _, c := range []struct {
		date claims.Date
		want string
	}{
		{claims.On(2026, 3, 31), "2026-03-31"},
		{claims.Date{Year: 2026, Month: 3}, "2026-03"},
		{claims.Date{Month: 3, Day: 31}, "31 Mar"},
		{claims.Date{Month: 3}, "Mar"},
		{claims.Date{}, ""},
	} {
		if got := Typed(c.date); got != c.want {
			t.Errorf("%+v stands as %q, want %q", c.date, got, c.want)
		}
		if again, err := ReadDate(Typed(c.date)); err != nil || again != c.date {
			t.Errorf("%q is read as %+v (%v)", Typed(c.date), again, err)
		}
	}
}
