package newsmarks_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"onrecord/claims/extract/newsmarks"
)

const articles = `{"id":"a","title":"T","date":"2024-05-16","text":"Bo Lund said no."}
{"id":"b","title":"U","date":"2024-05-16","text":"Nothing."}
`

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestJoin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, marks, want string }{
		{"a text that changed", `{"id":"a","sha256":"` + sumOf("Bo Lund said yes.") + `","statements":[]}`, "the text of a that was marked is not there"},
		{"an article that is missing", `{"id":"z","sha256":"","statements":[]}`, "the text of z that was marked is not there"},
		{"no JSON", `{"id":`, "unexpected end"},
	} {
		if _, err := newsmarks.Join([]byte(articles), []byte(c.marks)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: want an error with %q, got %v", c.name, c.want, err)
		}
	}
}

func TestJoinDivides(t *testing.T) {
	t.Parallel()
	marks := `{"id":"a","sha256":"` + sumOf("Bo Lund said no.") + `","statements":[{"cue":[[8,12]]}]}
{"id":"b","sha256":"` + sumOf("Nothing.") + `","kept":true,"statements":[]}
{"id":"b","sha256":"` + sumOf("Nothing.") + `","kept":true,"interview":true,"statements":[{"cue":[]}]}`
	c, err := newsmarks.Join([]byte(articles), []byte(marks))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(c.Learned); !strings.Contains(got, `"id":"a"`) || !strings.Contains(got, `"cue":[[8,12]]`) || strings.Contains(got, `"id":"b"`) {
		t.Errorf("learned: %s", got)
	}
	if got := string(c.Kept); !strings.Contains(got, `"id":"b"`) || strings.Contains(got, `"id":"a"`) || strings.Contains(got, "cue") {
		t.Errorf("kept: %s", got)
	}
	if got := string(c.Interviews); !strings.Contains(got, `"id":"b"`) || !strings.Contains(got, "cue") {
		t.Errorf("interviews: %s", got)
	}
}
