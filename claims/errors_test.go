package claims

import (
	"errors"
	"testing"
)

func TestAnErrorSaysWhatHappenedAndWhatToDo(t *testing.T) {
	for want, e := range map[string]*Error{
		"is empty":                                 {Reason: Plain("is empty")},
		"ferry.txt: is empty":                      {What: "ferry.txt", Reason: Plain("is empty")},
		"is open. Close it.":                       {Reason: Plain("is open"), Advice: Plain("Close it")},
		"is open. Close it!":                       {Reason: Plain("is open"), Advice: Plain("Close it!")},
		"nobody. Did you mean\n  Ana\n  Ilsa":      {Reason: Plain("nobody"), Advice: Plain("Did you mean\n  Ana\n  Ilsa")},
		"due: is wrong. Write 2027 or 2027-05-01.": {What: "due", Reason: Plain("is wrong"), Advice: Plain("Write 2027 or 2027-05-01")},
	} {
		if got := e.Error(); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestTheCodeOfAnErrorIsFoundUnderWhatWrapsIt(t *testing.T) {
	cause := errors.New("no space")
	e := &Error{Code: CodeDisk, Reason: Plain("is full"), Err: cause}
	if CodeOf(errors.Join(errors.New("importing"), e)) != CodeDisk || CodeOf(cause) != "" || CodeOf(nil) != "" {
		t.Error("the code was not found, or one was made up")
	}
	if !errors.Is(e, cause) {
		t.Error("the cause is lost")
	}
}
