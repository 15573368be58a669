package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportReadsAFolderInOrderAndNamesWhatItCannotRead(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	dir := t.TempDir()
	for i := range 30 {
		write(t, dir, fmt.Sprintf("%02d.txt", i), fmt.Sprintf("Note %d\n\n“Pump number %d is broken,” said Kari Holm.\n", i, i))
	}
	write(t, dir, "07.txt", "")
	write(t, dir, "11.txt", "Note 10\n\n“Pump number 10 is broken,” said Kari Holm.\n")

	var files []string
	status := map[string]desk.Status{}
	importAll := func() {
		files = nil
		err := d.Import(ctx, []string{dir}, desk.ImportOptions{}, func(im desk.Imported, _, of int) {
			if of != 30 {
				t.Errorf("%d files are announced", of)
			}
			files = append(files, filepath.Base(im.File))
			status[filepath.Base(im.File)] = im.Status
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	importAll()
	if !slices.IsSorted(files) || len(files) != 30 {
		t.Errorf("reported: %v", files)
	}
	if status["07.txt"] != desk.StatusFailed || status["11.txt"] != desk.StatusDuplicate || status["12.txt"] != desk.StatusNew {
		t.Errorf("07 is %s, 11 %s, 12 %s", status["07.txt"], status["11.txt"], status["12.txt"])
	}
	who, err := d.FindSpeaker(ctx, "Kari Holm")
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := d.Count(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(who.ID)}); n != 28 {
		t.Errorf("Kari Holm has %d statements, want 28", n)
	}
	importAll() // as after a kill: what is there is recognised
	if n, _ := d.Count(ctx, desk.Query{Kind: claims.KindArticle, Index: desk.ByDate}); n != 28 {
		t.Errorf("%d articles after the second import", n)
	}
}

func TestVersionsOfOneBatchFollowEachOther(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	for i, words := range []string{"Two thousand flats", "Three thousand flats"} {
		name := fmt.Sprint(i)
		write(t, dir, name+".txt", words+" will be built, said Kari Holm.\n")
		write(t, dir, name+".meta.json", `{"url": "https://daily.example/flats"}`)
	}
	var done []desk.Imported
	if err := d.Import(context.Background(), []string{dir}, desk.ImportOptions{}, func(im desk.Imported, _, _ int) { done = append(done, im) }); err != nil {
		t.Fatal(err)
	}
	second, err := d.Article(context.Background(), done[1].Article)
	if err != nil || done[1].Status != desk.StatusVersion || second.Previous != done[0].Article {
		t.Errorf("the second is %s after %q, %v", done[1].Status, second.Previous, err)
	}
}

func TestACancelledImportKeepsWhatItReported(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	for i := range 400 {
		write(t, dir, fmt.Sprintf("%03d.txt", i), fmt.Sprintf("Note %d\n\nIt rained on day %d, said Kari Holm.\n", i, i))
	}
	ctx, cancel := context.WithCancel(context.Background())
	reported := 0
	err := d.Import(ctx, []string{dir}, desk.ImportOptions{}, func(desk.Imported, int, int) {
		if reported++; reported == 100 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("a cancelled import ends with %v", err)
	}
	n, _ := d.Count(context.Background(), desk.Query{Kind: claims.KindArticle, Index: desk.ByDate})
	if n < reported || n == 400 {
		t.Errorf("%d reported, %d stored", reported, n)
	}
}

func TestAFileOfManyArticlesIsStoredInParts(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	var feed strings.Builder
	feed.WriteString(`{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour notes", "items": [`)
	const entries = 1200
	for i := range entries {
		if i > 0 {
			feed.WriteByte(',')
		}
		fmt.Fprintf(&feed, `{"id": "%d", "title": "Note %d", "content_text": "It rained on day %d, said Kari Holm."}`, i, i, i)
	}
	feed.WriteString("]}")
	write(t, dir, "notes.json", feed.String())
	ctx, cancel := context.WithCancel(context.Background())
	reported := 0
	err := d.Import(ctx, []string{dir}, desk.ImportOptions{}, func(desk.Imported, int, int) {
		if reported++; reported == 100 {
			cancel()
		}
	})
	n, _ := d.Count(context.Background(), desk.Query{Kind: claims.KindArticle, Index: desk.ByDate})
	if !errors.Is(err, context.Canceled) || n < reported || n == entries {
		t.Errorf("cancelled after 100 of %d articles of one file: %d reported, %d stored, %v", entries, reported, n, err)
	}
}

func TestTheSampleShowsTheWholeWayAndGoesWithoutATrace(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	own := note(t, d, "Our own note.", "Kari Holm")
	files, err := assets.SampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.AddSample(ctx, files); err != nil {
		t.Fatal(err)
	}
	if err := d.AddSample(ctx, files); claims.CodeOf(err) != claims.CodeConflict {
		t.Errorf("the sample was added twice: %v", err)
	}
	counts, err := d.Facets(ctx, claims.KindClaim, desk.ByVerdict)
	if err != nil {
		t.Fatal(err)
	}
	for _, verdict := range []string{"kept", "compromise", "contradicted", "did-not"} {
		if counts[verdict] == 0 {
			t.Errorf("no claim of the sample is %s", verdict)
		}
	}
	hits, err := d.Search(ctx, "brant reopn bridge", 5, 0)
	if err != nil || len(hits) == 0 || hits[0].Speaker == "" {
		t.Errorf("the search finds %v, %v", hits, err)
	}
	if err := d.RemoveSample(ctx); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []claims.Kind{claims.KindArticle, claims.KindClaim, claims.KindOutcome} {
		if n, _ := d.Count(ctx, desk.Query{Kind: kind, Index: desk.ByID}); n != 0 {
			t.Errorf("%d records of kind %s are left", n, kind)
		}
	}
	if _, err := d.Statement(ctx, own.ID); err != nil {
		t.Errorf("the person's own note went with the sample: %v", err)
	}
}

func TestReadingAgainNeverTouchesADecision(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "", pool)
	if len(r.Statements) < 2 {
		t.Fatalf("%d statements found", len(r.Statements))
	}
	decided, open := *r.Statements[0], *r.Statements[1]
	decided.Class, decided.Notes = claims.Position, "as the desk sees it"
	if err := d.EditStatement(ctx, decided, ""); err != nil {
		t.Fatal(err)
	}
	// What the program found is made worse by hand in the store, as by an older
	// extraction: it is proposed to be mended.
	older := open
	older.Class, older.Review = claims.Other, claims.Unreviewed
	if err := d.EditStatement(ctx, older, ""); err != nil {
		t.Fatal(err)
	}
	if err := d.Review(ctx, claims.Unreviewed, older.ID); err != nil {
		t.Fatal(err)
	}
	again, err := d.Reextract(ctx, r.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Changed) != 1 || again.Changed[0].Before.ID != older.ID || len(again.Added)+len(again.Removed) != 0 {
		t.Fatalf("proposed: %d changed, %d added, %d removed", len(again.Changed), len(again.Added), len(again.Removed))
	}
	if err := d.ApplyReextraction(ctx, again); err != nil {
		t.Fatal(err)
	}
	kept, _ := d.Statement(ctx, decided.ID)
	mended, _ := d.Statement(ctx, older.ID)
	if kept.Class != claims.Position || kept.Notes == "" {
		t.Errorf("the decision became %+v", kept)
	}
	if mended.Class != open.Class {
		t.Errorf("the open one is %s, want %s", mended.Class, open.Class)
	}
}

func TestEventsComeInOrderAfterTheCommit(t *testing.T) {
	d := newDesk(t)
	var seen []uint64
	var whats []string
	cancel := d.Subscribe(func(e desk.Event) {
		seen = append(seen, e.Seq)
		whats = append(whats, e.What)
	})
	note(t, d, "One.", "Kari Holm")
	note(t, d, "Two.", "Kari Holm")
	cancel()
	note(t, d, "Three.", "Kari Holm")
	if len(seen) != 2 || seen[1] != seen[0]+1 || !strings.Contains(whats[0], "Add statement") {
		t.Errorf("events %v %v", seen, whats)
	}
}

func TestTheIndexCatchesUpWithTheJournal(t *testing.T) {
	ctx := context.Background()
	memory := &storetest.Memory{}
	first := desk.New(memory, match.New(), desk.Options{})
	s := note(t, first, "The ferry sails at noon.", "Kari Holm")
	second := desk.New(memory, match.New(), desk.Options{}) // as after a restart with a lost index
	if err := second.Refresh(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if hits, err := second.Search(ctx, "ferry noon", 5, 0); err != nil || len(hits) != 1 || hits[0].ID != s.ID {
		t.Errorf("hits %v, %v", hits, err)
	}
	note(t, first, "The ferry is late.", "Kari Holm") // the second index does not hear of it
	if err := second.Refresh(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if hits, _ := second.Search(ctx, "ferry late", 5, 0); len(hits) == 0 || !strings.Contains(hits[0].Text, "late") {
		t.Errorf("the journal was not followed: %v", hits)
	}
}

func TestAPronounIsNobody(t *testing.T) {
	d := newDesk(t)
	r := store(t, d, "Questions", "", "Questions\n\n“Do you think it will rain?” you asked.\n\n“It will rain,” said Kari Holm.\n")
	for _, s := range r.Speakers {
		if s.Name == "you" {
			t.Error("you became a speaker")
		}
	}
	if _, err := d.FindSpeaker(context.Background(), "Kari Holm"); err != nil {
		t.Error(err)
	}
}
