package storetest

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
)

// fullRecords has every field of every kind filled in.
func fullRecords() (records []claims.Record, blobs [][]byte) {
	text := "Bridge will open in May, Ruiz said. “Nobody will pay a toll”, he added."
	file := []byte("%PDF of the tender")
	blobs = [][]byte{[]byte(text), file}
	at := time.Date(2023, 3, 4, 5, 6, 7, 89, time.UTC)
	records = []claims.Record{
		&claims.Scale{ID: "promise", Name: "Promises", Classes: []claims.Class{claims.Promise}, Values: []claims.Value{
			{ID: "open", Label: "Open", Colour: "#808080"}, {ID: "kept", Label: "Kept", Colour: "#00ff00", Rating: 4.5, Final: true},
		}},
		&claims.Speaker{
			ID: "01HQ3V5E8N0000000000000001", Name: "Tomás Ruiz", Type: claims.Person, Aliases: []string{"T. Ruiz", "the mayor"},
			Roles: []claims.Role{{Title: "mayor", Organization: "Port Elm", From: day("2019-05"), To: day("2024")}}, Tags: []string{"council"}, Notes: "born in 1961", Sample: true,
			Distinct: []claims.ID{"01HQ3V5E8N0000000000000009", "gone"},
		},
		&claims.Article{
			ID: "01HQ3V5E8N0000000000000002", Title: "Bridge", Byline: "Mara Vogt", Outlet: "Elm Courier", URL: "https://elm.example/bridge",
			Published: day("2023-03-04"), Modified: day("2023-03-05"), Language: "en-GB", Text: claims.HashOf(blobs[0]), Length: len(text), Format: "html",
			File: "bridge.html", Original: claims.HashOf(file), Read: at, Sample: true, Tags: []string{"bridge", "toll"}, Notes: "front page",
		},
		&claims.Article{ID: "01HQ3V5E8N0000000000000003", Title: "Bridge", Text: claims.HashOf(file), Length: len(file), Read: at, Previous: "01HQ3V5E8N0000000000000002"},
		&claims.Statement{
			ID: "01HQ3V5E8N0000000000000004", Article: "01HQ3V5E8N0000000000000002", Kind: claims.Indirect, Content: []claims.Span{{Start: 0, End: 23}},
			Cue: []claims.Span{{Start: 30, End: 34}}, Source: []claims.Span{{Start: 25, End: 29}}, Text: "Bridge will open in May", CueText: "said", Mention: "Ruiz",
			Speaker: "01HQ3V5E8N0000000000000001", Polarity: claims.Negative, Hedge: "may", Addressee: "reporters", Occasion: "at the quay",
			SaidOn: day("2023-03-03"), SaidWords: "on Friday", Why: claims.Why{
				Rule: "cue verb", Evidence: []string{"said", "comma"}, Confidence: 0.8125,
				Doubt: "two people could be meant", Candidates: []string{"Ruiz", "Vogt"},
			}, Class: claims.Promise, Checkable: true, Worth: -1.25,
			Due: day("2023-05"), DueWords: "in May", Topics: []string{"traffic"}, Review: claims.Edited, Tags: []string{"toll"}, Notes: "check", Sample: true,
		},
		&claims.Statement{ID: "from elsewhere/7", Kind: claims.Mixed, Text: "Ünïcode, and a line\nbreak", Outer: "01HQ3V5E8N0000000000000004", SaidOn: day("--08-27")},
		&claims.Claim{
			ID: "01HQ3V5E8N0000000000000005", Text: "The bridge opens in May 2023", Class: claims.Promise, Checkability: claims.CheckableLater,
			Tests: []claims.Test{{Text: "kept if cars cross it by 31 May", At: at, Who: "Ines"}}, Due: day("2023-05"), DueWords: "in May", MadeOn: day("2023-03-03"),
			Speaker: "01HQ3V5E8N0000000000000001", Actor: "the council", Topics: []string{"traffic"}, Appearances: []claims.ID{"01HQ3V5E8N0000000000000004"},
			Verdicts:    []claims.Verdict{{ID: "v1", Value: "kept", Label: "Kept", Reason: "Opened", Outcomes: []claims.ID{"01HQ3V5E8N0000000000000006"}, At: at, Who: "Ines"}},
			LastChecked: at, Snoozed: day("2023-06-01"), Replies: []claims.Reply{{State: claims.ReplyAsked, To: "press office", Text: "?", At: at, Until: day("2023-04-01")}},
			Refused: []claims.ID{"01HQ3V5E8N0000000000000003", "from elsewhere/7"}, Created: at, Tags: []string{"bridge"}, Notes: "n", Sample: true,
		},
		&claims.Outcome{
			ID: "01HQ3V5E8N0000000000000006", Date: day("2023-05-30"), Summary: "First cars cross", Created: at, Edited: at, Tags: []string{"bridge"}, Notes: "n", Sample: true,
			Evidence: []claims.Evidence{
				{Article: "01HQ3V5E8N0000000000000002", Span: claims.Span{Start: 0, End: 6}, Quote: "Bridge", Note: "headline"},
				{Statement: "from elsewhere/7"},
				{URL: "https://elm.example/open", Retrieved: at},
				{File: claims.HashOf(file), FileName: "tender.pdf"},
			},
			Links: []claims.Link{{Claim: "01HQ3V5E8N0000000000000005", Relation: claims.Supports, Note: "the day itself"}},
		},
		&claims.Search{ID: "mine", Name: "Tolls", Query: "tag:toll", Looked: at},
	}
	return records, blobs
}

func testRecords(t *testing.T, open Opener) {
	k := start(t, open)
	records, blobs := fullRecords()
	c := claims.Change{What: "Import", Blobs: blobs}
	for _, r := range records {
		c.Edits = append(c.Edits, claims.Create(r))
	}
	k.mustChange(c)
	for _, again := range []string{"at once", "after reopening"} {
		for _, want := range records {
			if diff := cmp.Diff(want, k.get(want)); diff != "" {
				t.Errorf("%s, %v came back changed:\n%s", again, want.Key(), diff)
			}
		}
		for _, kind := range claims.Kinds {
			var want, got []claims.Record
			for _, r := range records {
				if r.Key().Kind == kind {
					want = append(want, r)
				}
			}
			for r, err := range k.All(k.ctx(), kind) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, r)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, all of kind %s:\n%s", again, kind, diff)
			}
		}
		k.Store = k.reopen()
	}
}

func testNotFound(t *testing.T, open Opener) {
	k := start(t, open)
	k.must("New speaker", claims.Create(speaker("s", "Ruiz")))
	_, err := k.Get(k.ctx(), claims.Key{Kind: claims.KindSpeaker, ID: "t"})
	k.code(claims.CodeNotFound, "an identifier that nothing has", err)
	_, err = k.Get(k.ctx(), claims.Key{Kind: claims.KindClaim, ID: "s"})
	k.code(claims.CodeNotFound, "the identifier of another kind", err)
	_, err = k.Get(k.ctx(), claims.Key{Kind: "rumour", ID: "s"})
	k.code(claims.CodeNotFound, "a kind that does not exist", err)
	_, err = k.Text(k.ctx(), claims.HashOf([]byte("unread")))
	k.code(claims.CodeNotFound, "a text that nobody read", err)
	_, err = k.Blob(k.ctx(), "not a hash")
	k.code(claims.CodeNotFound, "something that is no hash", err)
}

func testTexts(t *testing.T, open Opener) {
	k := start(t, open)
	long := string(slices.Repeat([]byte("The council met again. "), 9000))
	file := []byte{0, 1, 2, 255, 254}
	a, o := article("a", long), outcome("o", "Met")
	o.Evidence = []claims.Evidence{{File: claims.HashOf(file), FileName: "minutes.bin"}}
	k.mustChange(claims.Change{What: "Import", Edits: []claims.Edit{claims.Create(a), claims.Create(o)}, Blobs: [][]byte{[]byte(long), file, {}}})
	for range 2 {
		if got, err := k.Text(k.ctx(), a.Text); err != nil || got != long {
			t.Errorf("the text of %d bytes came back with %d, error %v", len(long), len(got), err)
		}
		if got, err := k.Blob(k.ctx(), claims.HashOf(file)); err != nil || !slices.Equal(got, file) {
			t.Errorf("the file came back as %v, error %v", got, err)
		}
		if got, err := k.Blob(k.ctx(), a.Text); err != nil || string(got) != long {
			t.Errorf("the text as bytes came back with %d, error %v", len(got), err)
		}
		if got, err := k.Text(k.ctx(), claims.HashOf(nil)); err != nil || got != "" {
			t.Errorf("the empty text came back as %q, error %v", got, err)
		}
		k.Store = k.reopen()
	}
	k.mustChange(claims.Change{What: "Read again", Edits: []claims.Edit{claims.Create(article("b", long))}})
}

func testOwnCopies(t *testing.T, open Opener) {
	k := start(t, open)
	mine := speaker("s", "Ruiz")
	mine.Tags = []string{"council"}
	k.must("New speaker", claims.Create(mine))
	mine.Name, mine.Tags[0] = "changed by the caller", "changed"
	got := k.get(mine).(*claims.Speaker)
	if got.Name != "Ruiz" || got.Tags[0] != "council" {
		t.Errorf("what the caller changed afterwards is in the store: %+v", got)
	}
	got.Tags[0] = "changed"
	if again := k.get(mine).(*claims.Speaker); again.Tags[0] != "council" {
		t.Errorf("what a reader changed is in the store: %+v", again)
	}
}
