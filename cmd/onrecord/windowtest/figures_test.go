//go:build window

package windowtest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestFigures measures the window on a large archive and prints what it finds:
// the start and a letter typed (into the search, the palette and the filter of the
// speakers) against those of an empty window in the same run, and pages turned in long
// tables. It asserts nothing about time, and runs
// only where ONRECORD_FIGURES names an archive.
func TestFigures(t *testing.T) {
	archive := os.Getenv("ONRECORD_FIGURES")
	if archive == "" {
		t.Skip("ONRECORD_FIGURES names no archive to measure")
	}
	empty := filepath.Join(t.TempDir(), "empty")
	build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,x11", "-o", empty, "./empty")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const runs = 3
	for range runs {
		bare, full := starts(t, empty, archive), starts(t, filepath.Join(root, "bin", "onrecord"), archive)
		t.Logf("start: empty %v, onrecord %v, more %v (processor %v)", bare, full, full.wall-bare.wall, full.cpu-bare.cpu)
	}
	bare := sits(t)
	bare.runs(empty)
	bare.answers("hospital")
	p := sits(t, "ONRECORD_ARCHIVE="+archive)
	p.opens()
	p.keys("ctrl+5")
	p.reads("Search")
	for _, words := range []string{"hospital", "the election was", "jobs amercia"} {
		p.answers(words)
		p.keys("ctrl+a", "BackSpace")
	}
	p.keys("ctrl+k")
	p.answers("hospital")
	p.keys("Escape", "ctrl+6")
	p.reads("Speakers")
	p.keys("ctrl+f")
	p.answers("hospital")
	p.keys("ctrl+a", "BackSpace", "Down")
	p.pages("Next", 20)
	p.command("All statements")
	p.reads("Library")
	p.pages("Next", 20)
	p.pages("End", 1)
	p.closes()
}

// cost is what a start has taken until its window had come to rest.
type cost struct{ wall, cpu time.Duration }

func (c cost) String() string { return fmt.Sprintf("%v (processor %v)", c.wall, c.cpu) }

func starts(t *testing.T, program, archive string) cost {
	t.Helper()
	p := sits(t)
	began := time.Now()
	cmd := exec.Command(program)
	cmd.Env = append(p.env, "ONRECORD_ARCHIVE="+archive)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	p.until("the window is drawn", func() bool { return brightness(p.picture(t)) > 4 })
	last := p.settles(began, time.Second)
	return cost{last, processor(t, cmd.Process.Pid)}
}

// settles waits until nothing has changed for a while and gives the time of the
// last change, counted from a beginning. It compares the bare bytes where they
// lie: what looking costs is taken from the program on a small machine.
func (p *person) settles(began time.Time, calm time.Duration) time.Duration {
	p.Helper()
	if p.memory == nil {
		p.memory = p.pixels(p.T)
	}
	before, changed := bytes.Clone(p.memory), time.Now()
	for time.Since(changed) < calm {
		time.Sleep(4 * time.Millisecond)
		if bytes.Equal(before, p.memory) {
			continue
		}
		if unlike(before, p.memory) > cursor {
			changed = time.Now()
		}
		copy(before, p.memory)
	}
	return changed.Sub(began).Round(time.Millisecond)
}

// unlike counts the pixels of four bytes that are not the same in two states
// of the screen.
func unlike(a, b []byte) (n int) {
	for i := 0; i+4 <= len(a) && i+4 <= len(b); i += 4 {
		if [4]byte(a[i:]) != [4]byte(b[i:]) {
			n++
		}
	}
	return n
}

// processor is the time that a process has computed, of /proc/PID/stat: clock
// ticks of 10 ms in the 14th and 15th field.
func processor(t *testing.T, pid int) time.Duration {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	ticks := 0
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// answers types letter by letter and prints how long each took until the
// screen showed the answer, and what it cost.
func (p *person) answers(words string) {
	p.Helper()
	var waits []time.Duration
	spent := processor(p.T, p.app.Process.Pid)
	for _, letter := range words {
		began := time.Now()
		p.xdotool(p.T, "type", string(letter))
		waits = append(waits, p.settles(began, 400*time.Millisecond))
	}
	spent = processor(p.T, p.app.Process.Pid) - spent
	p.Logf("typing %q: %v", words, waits)
	slices.Sort(waits)
	p.Logf("typing %q: a letter takes %v in the middle, %v at most; processor %v a letter", words, waits[len(waits)/2], waits[len(waits)-1], spent/time.Duration(len(waits)))
}

// pages turns pages and prints how long each took to be drawn.
func (p *person) pages(key string, n int) {
	p.Helper()
	var waits []time.Duration
	spent := processor(p.T, p.app.Process.Pid)
	for range n {
		began := time.Now()
		p.xdotool(p.T, "key", key)
		waits = append(waits, p.settles(began, 300*time.Millisecond))
	}
	spent = processor(p.T, p.app.Process.Pid) - spent
	slices.Sort(waits)
	p.Logf("turning pages by %s: %v in the middle, %v at most; processor %v a page", key, waits[n/2], waits[n-1], spent/time.Duration(n))
}
