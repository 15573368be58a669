//go:build unix

package storage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord/claims"
)

// The tests in this file run the test program a second time as a process that
// works on an archive, tells on its standard output what was acknowledged, and
// is killed.
const (
	crashWork    = "ONRECORD_CRASH_WORK"    // what the process does
	crashArchive = "ONRECORD_CRASH_ARCHIVE" // on which file
)

func TestMain(m *testing.M) {
	if work := os.Getenv(crashWork); work != "" {
		if err := crashWorks[work](os.Getenv(crashArchive)); err != nil {
			fmt.Println("error", claims.CodeOf(err), err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

var crashWorks = map[string]func(path string) error{
	"import": importForever, "edits": editForever, "backup": backUpForever,
	"migration": migrateOnce, "load": loadOnce, "index": indexForever, "compaction": compactForever, "full disk": fillTheDisk,
}

func crashArticle(n int) claims.Change {
	text := strings.Repeat(fmt.Sprintf("Article %d is about ferries. ", n), 50)
	id := claims.ID(fmt.Sprintf("a%06d", n))
	c := claims.Change{What: "Import", Blobs: [][]byte{[]byte(text)}, Edits: []claims.Edit{
		claims.Create(&claims.Article{ID: id, Text: claims.HashOf([]byte(text)), Length: len(text)}),
	}}
	for i := range 10 {
		c.Edits = append(c.Edits, claims.Create(&claims.Statement{
			ID: claims.ID(fmt.Sprintf("%s-%d", id, i)), Article: id, Kind: claims.Indirect, Content: []claims.Span{{Start: 0, End: 7}}, Text: "Article",
		}))
	}
	return c
}

// importForever acknowledges articles by their number.
func importForever(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	seq, err := a.Seq(context.Background())
	if err != nil {
		return err
	}
	for n := int(seq); ; n++ { //nolint:gosec // a test of seconds
		if _, err := a.Apply(context.Background(), crashArticle(n)); err != nil {
			return err
		}
		fmt.Println("ack", n)
	}
}

// editForever counts in the notes of one speaker, and now and then takes a step
// back and does it again.
func editForever(path string) error {
	ctx := context.Background()
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	key := claims.Key{Kind: claims.KindSpeaker, ID: "s"}
	if _, err := a.Get(ctx, key); err != nil {
		s := &claims.Speaker{ID: "s", Name: "Ruiz", Type: claims.Person, Notes: "0"}
		if _, err := a.Apply(ctx, claims.Change{Edits: []claims.Edit{claims.Create(s)}}); err != nil {
			return err
		}
	}
	for {
		r, err := a.Get(ctx, key)
		if err != nil {
			return err
		}
		before := r.(*claims.Speaker)
		n, _ := strconv.Atoi(before.Notes)
		after := *before
		after.Notes = strconv.Itoa(n + 1)
		if _, err := a.Apply(ctx, claims.Change{Edits: []claims.Edit{claims.Put(before, &after)}}); err != nil {
			return err
		}
		fmt.Println("ack", n+1)
		if n%5 == 4 {
			_, undo := a.Undo(ctx, "")
			_, redo := a.Redo(ctx, "")
			if err := errors.Join(undo, redo); err != nil {
				return err
			}
		}
	}
}

func backUpForever(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if _, err := a.Apply(context.Background(), crashArticle(n+int(time.Now().UnixNano()%1e9)*100)); err != nil {
			return err
		}
		if err := a.Backup(context.Background(), path+".backup", "", nil); err != nil {
			return err
		}
		fmt.Println("ack", n)
	}
}

func migrateOnce(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	return a.Close()
}

// indexForever makes the indexes of an archive anew, again and again.
func indexForever(path string) error {
	ctx := context.Background()
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	if n, err := countOf(a, claims.KindArticle); err != nil || n == 0 {
		for i := range 60 {
			if _, err := a.Apply(ctx, crashArticle(i)); err != nil {
				return err
			}
		}
	}
	for n := 0; ; n++ {
		if err := a.Reindex(ctx, nil); err != nil {
			return err
		}
		fmt.Println("ack", n)
	}
}

// compactForever adds articles and compacts the archive after each.
func compactForever(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	seq, err := a.Seq(ctx)
	if err != nil {
		return err
	}
	for n := int(seq); ; n++ { //nolint:gosec // a test of seconds
		if _, err := a.Apply(ctx, crashArticle(n)); err != nil {
			return err
		}
		fmt.Println("ack", n)
		if err := a.exclusively(ctx, func() error { return a.compact(ctx) }); err != nil {
			return err
		}
	}
}

const crashLines = 3 * batchLines / 2

// loadOnce loads bare statements; the indexes are made at the end.
func loadOnce(path string) error {
	a, err := Open(path, Options{})
	if err != nil {
		return err
	}
	var lines strings.Builder
	for i := range crashLines {
		fmt.Fprintf(&lines, `{"type":"statement","id":"%06d","speaker":"S %d","text":"Ferry %d sails."}`+"\n", i, i%9, i)
	}
	if _, err := a.Load(context.Background(), strings.NewReader(lines.String()), "", nil); err != nil {
		return err
	}
	return a.Close()
}

// crash lets a process work on an archive, kills it after a random time, and
// returns the last number that it acknowledged, -1 for none.
func crash(t *testing.T, work, path string, most time.Duration) (last int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=none") //nolint:gosec // this very program
	cmd.Env = append(os.Environ(), crashWork+"="+work, crashArchive+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(time.Duration(rand.Int64N(int64(most))), func() { _ = cmd.Process.Kill() }) //nolint:gosec // any moment will do
	last = -1
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if n, ok := strings.CutPrefix(lines.Text(), "ack "); ok {
			last, _ = strconv.Atoi(n)
		} else if lines.Text() != "" {
			t.Errorf("%s: %s", work, lines.Text())
		}
	}
	_ = cmd.Wait() // killed
	return last
}

// TestCrashes kills a working process again and again. After each kill the
// archive verifies, and what was acknowledged is there.
func TestCrashes(t *testing.T) {
	folder := t.TempDir()
	works := []string{"import", "edits", "backup", "migration", "index", "compaction"}
	for round := range rounds(25, 25) {
		if round%25 == 24 {
			path := filepath.Join(folder, fmt.Sprint("load", round, ".db"))
			crash(t, "load", path, 1500*time.Millisecond)
			loadedAgain(t, path)
			continue
		}
		work := works[round%len(works)]
		crashAndCheck(t, work, filepath.Join(folder, work+".db"))
	}
}

// crashAndCheck kills a process at one kind of work. The archive stays for the
// next time, but for one that is brought up to date.
func crashAndCheck(t *testing.T, work, path string) {
	t.Helper()
	const most = 250 * time.Millisecond
	switch work {
	case "import", "compaction":
		if last := crash(t, work, path, most); last >= 0 {
			survived(t, path, claims.Key{Kind: claims.KindStatement, ID: claims.ID(fmt.Sprintf("a%06d-9", last))})
		}
	case "edits":
		if last := crash(t, work, path, most); last >= 0 {
			counted(t, path, last)
		}
	case "backup":
		crash(t, work, path, most)
		survived(t, path)
		if _, err := os.Stat(path + ".backup"); err == nil {
			survived(t, path+".backup")
		}
	case "migration":
		oldArchive(t, path, golden0)
		crash(t, work, path, most/3)
		survived(t, path, claims.Key{Kind: claims.KindSearch, ID: "mine"})
	case "index":
		crash(t, work, path, most)
		survived(t, path)
	}
}

// survived opens an archive after a crash and verifies it.
func survived(t *testing.T, path string, keys ...claims.Key) {
	t.Helper()
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	verified(t, a)
	for _, suffix := range []string{sortSuffix, compactSuffix} {
		if left, _ := filepath.Glob(path + suffix + "*"); len(left) > 0 {
			t.Errorf("beside the archive were left %v", left)
		}
	}
	for _, key := range keys {
		if _, err := a.Get(t.Context(), key); err != nil {
			t.Errorf("what was acknowledged is lost: %v", err)
		}
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
}

func counted(t *testing.T, path string, last int) {
	t.Helper()
	survived(t, path)
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	notes := get(t, a, claims.KindSpeaker, "s").(*claims.Speaker).Notes
	if n, _ := strconv.Atoi(notes); n < last-1 { // a step back can have been the last thing it did
		t.Errorf("%d edits were acknowledged, the archive has %s", last, notes)
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
}

// loadedAgain repeats a load that was killed: all lines are there, none twice.
func loadedAgain(t *testing.T, path string) {
	t.Helper()
	survived(t, path)
	if err := loadOnce(path); err != nil {
		t.Fatal(err)
	}
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	verified(t, a)
	if n, _ := countOf(a, claims.KindStatement); n != crashLines {
		t.Errorf("after the load was repeated there are %d statements, want %d", n, crashLines)
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
}

// fillTheDisk works until a limit on the size of files is met.
func fillTheDisk(path string) error {
	signal.Ignore(syscall.SIGXFSZ) // so that writing fails instead
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 3 << 20, Max: 3 << 20}); err != nil {
		return err
	}
	return importForever(path)
}

func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	cmd := exec.Command(os.Args[0], "-test.run=none") //nolint:gosec // this very program
	cmd.Env = append(os.Environ(), crashWork+"=full disk", crashArchive+"="+path)
	out, err := cmd.Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	end := lines[len(lines)-1]
	if err == nil || !strings.HasPrefix(end, "error disk ") || !strings.Contains(end, "nothing was changed") {
		t.Errorf("the full disk ended with %q", end)
	}
	last, _ := strconv.Atoi(strings.TrimPrefix(lines[len(lines)-2], "ack "))
	survived(t, path, claims.Key{Kind: claims.KindStatement, ID: claims.ID(fmt.Sprintf("a%06d-9", last))})
}
