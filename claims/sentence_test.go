package claims

import (
	"encoding/json"
	"errors"
	"io/fs"
	"testing"
)

func TestSentencesAreEnglishWherePrinted(t *testing.T) {
	empty := Say("error.empty", "is empty")
	for _, c := range []struct {
		s    *Sentence
		want string
	}{
		{nil, ""},
		{empty, "is empty"},
		{Say("k", "%q of %s", "green", Label("Kept")), `"green" of Kept`},
		{SayN("k", "after %d records, %s", 1, empty), "after 1 records, is empty"},
		{Plain("100 % sure"), "100 % sure"},
		{Because(empty), "is empty"},
		{Because(fs.ErrNotExist), "file does not exist"},
	} {
		if got := c.s.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if got, err := json.Marshal(c.s); err != nil || c.s != nil && string(got) != string(must(json.Marshal(c.want))) {
			t.Errorf("%q is %s in JSON: %v", c.want, got, err)
		}
	}
	if Plain("") != nil {
		t.Error("no words make a sentence")
	}
}

func TestSentencesKeepTheirCauses(t *testing.T) {
	err := error(Say("error.writingReport", "writing the report as %s: %s", "pdf", &fs.PathError{Op: "open", Path: "june.pdf", Err: fs.ErrPermission}))
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v has lost its cause", err)
	}
	if got := (&Error{What: "june.txt", Reason: Say("error.empty", "is empty"), Advice: Plain("Look at it")}).Error(); got != "june.txt: is empty. Look at it." {
		t.Errorf("the error reads %q", got)
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}
