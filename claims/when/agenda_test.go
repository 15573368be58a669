package when_test

import (
	"testing"

	"onrecord/claims/when"
)

// TestAgendaGivesAnEventItsDay: each line is a text that tells of events, words
// that put something off to one, and the day; "-" where none is certain.
func TestAgendaGivesAnEventItsDay(t *testing.T) {
	for _, row := range lines(t, `
		They met ahead of the Dec. 7 primary. | He will stay until the state's primary. | 2026-12-07
		The district's primary is December 14. | to stay in the race through that contest | 2026-12-14
		She needs a win in Tuesday's party primary. | I will vote for her in the upcoming primary | 2026-11-24
		The referendum, scheduled for Dec. 22, splits the town. | to publish it before the referendum | 2026-12-22
		The summit opens on Nov. 30 in Dell. | to decide ahead of the summit | 2026-11-30
		The vote was on Nov. 5. | to publish it before the vote | -
		There is a debate on Dec. 2 and a debate on Dec. 9. | an answer before the debate | -
		The Dec. 7 primary is near. | He spoke in the primary. | -
		The Dec. 7 primary is near. | He will decide before the trial. | -
		The Dec. 7 debate is near. | They help her by scheduling debates late | -
		They met ahead of the Dec. 7 primary and won Friday's primary. | before the primary | 2026-12-07
	`) {
		got := ""
		if event, ok := when.Await(row[1]); ok {
			if e, found := when.Appointments(row[0], said).Due(event, said); found {
				got = e.Last.String()
			}
		}
		if got != row[2] {
			t.Errorf("%q after %q: %q, want %q", row[1], row[0], got, row[2])
		}
	}
}
