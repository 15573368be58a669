package when_test

import (
	"strings"
	"testing"

	"onrecord/claims/when"
)

func TestParseDateReadsMetadata(t *testing.T) {
	for in, want := range map[string]string{
		"2016-08-27": "2016-08-27", "2016-08": "2016-08", "2016": "2016", "--08-27": "--08-27",
		"2016-08-27T10:00:00+02:00": "2016-08-27", "2016-08-27T23:30:00.000Z": "2016-08-27",
		"2016-08-27 10:00": "2016-08-27", "2016/08/27": "2016-08-27", "20160827": "2016-08-27",
		"Sat, 27 Aug 2016 10:00:00 GMT": "2016-08-27", "Sat, 27 Aug 16 10:00:00 +0200": "2016-08-27",
		"27 August 2016": "2016-08-27", "August 27, 2016": "2016-08-27", "27th of August 2016": "2016-08-27",
		"Saturday 27 August 2016 10.30 BST": "2016-08-27", "Updated 10:30 AM ET, Sat August 27, 2016": "2016-08-27",
		"Published: Aug 27, 2016 at 5:00 pm": "2016-08-27", "Posted on 27-Aug-2016": "2016-08-27",
		"27.08.2016": "2016-08-27", "27.8.16": "2016-08-27", "27.08.2016, 10:30 Uhr": "2016-08-27",
		"27/08/2016": "2016-08-27", "08/27/2016": "2016-08-27", "08/09/2016": "2016",
		"27. August 2016": "2016-08-27", "Mittwoch, 3. März 2021, 10:30 Uhr": "2021-03-03", "1. Dez. 2020": "2020-12-01",
		"le 27 août 2016": "2016-08-27", "1er mars 2020 à 10h30": "2020-03-01", "27 de agosto de 2016": "2016-08-27",
		"miércoles, 3 de marzo de 2021": "2021-03-03", "27 agosto 2016": "2016-08-27", "3 maart 2021": "2021-03-03",
		"Aug. 27": "--08-27", "August 2016": "2016-08", "27 août": "--08-27",
	} {
		if d, ok := when.ParseDate(in); !ok || d.String() != want {
			t.Errorf("%q: %v %q, want %q", in, ok, d, want)
		}
	}
	for _, in := range []string{
		"", "hello", "12", "31 February 2016", "2016-13-01", "32.01.2016", "may contain nuts", "10:30",
		"3 apples", strings.Repeat("27 August 2016 ", 20),
	} {
		if d, ok := when.ParseDate(in); ok {
			t.Errorf("%q: took it for %q", in, d)
		}
	}
}
