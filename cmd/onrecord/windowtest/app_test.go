//go:build window

package windowtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// root is the repository, as seen from this package.
var root = must(filepath.Abs("../../.."))

func must(path string, err error) string {
	if err != nil {
		panic(err)
	}
	return path
}

// person is somebody at a screen with a home directory: what one journey needs.
type person struct {
	*testing.T
	*screen
	home, archive string
	env           []string
	app           *exec.Cmd
	ended         chan error
	said          bytes.Buffer // standard error of the program
	memory        []byte       // of the screen, where it is measured
}

// sits gives a test a screen and an empty home.
func sits(t *testing.T, env ...string) *person {
	t.Helper()
	return sitsAt(t, newScreen(t, 1280, 800), env...)
}

// sitsAt gives a test an empty home at a screen of its own.
func sitsAt(t *testing.T, at *screen, env ...string) *person {
	t.Helper()
	p := &person{T: t, screen: at, home: t.TempDir()}
	p.archive = filepath.Join(p.home, "data", "onrecord", "archive.db")
	p.env = append(os.Environ(), "HOME="+p.home, "XDG_DATA_HOME="+p.home+"/data", "XDG_CONFIG_HOME="+p.home+"/config",
		"ONRECORD_ARCHIVE="+p.archive, "DISPLAY="+p.display, "LANG=C.UTF-8", "WAYLAND_DISPLAY=", "FYNE_THEME=light")
	p.env = append(p.env, env...)
	return p
}

// opens starts the program and waits for its window.
func (p *person) opens(args ...string) {
	p.Helper()
	p.runs(filepath.Join(root, "bin", "onrecord"), args...)
}

// runs starts any program with a window of that name.
func (p *person) runs(program string, args ...string) {
	p.Helper()
	p.app = exec.Command(program, args...)
	p.app.Env, p.app.Stderr = p.env, &p.said
	if err := p.app.Start(); err != nil {
		p.Fatal(err)
	}
	app, ended := p.app, make(chan error, 1)
	go func() { ended <- app.Wait() }()
	p.ended = ended
	p.Cleanup(func() { _ = app.Process.Kill() })
	p.until("the window opens", func() bool { return p.title() != "" })
	p.until("the window is drawn", func() bool { return brightness(p.picture(p.T)) > 4 })
	p.still(p.T)
}

func (p *person) until(what string, ok func() bool) {
	p.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(60 * time.Millisecond) {
		if ok() {
			return
		}
	}
	p.shot(p.T, strings.ReplaceAll(p.Name(), "/", "-")+"-failed")
	p.Fatalf("waited in vain: %s; the title is %q\n%s", what, p.title(), p.said.String())
}

// title is the title of the window: the open place.
func (p *person) title() string {
	cmd := exec.Command("xdotool", "search", "--name", "Onrecord", "getwindowname")
	cmd.Env = append(os.Environ(), "DISPLAY="+p.display)
	out, _ := cmd.Output() // fails while there is no window
	return strings.TrimSpace(string(out))
}

// reads waits until a place is open.
func (p *person) reads(title string) {
	p.Helper()
	p.until("the title "+title, func() bool { return strings.HasPrefix(p.title(), title) })
	p.still(p.T)
}

// asked reports whether a dialog is open: what lies behind it is dimmed.
func (p *person) asked() bool {
	const bright = 226
	rail := p.still(p.T).RGBAAt(6, 600)
	return rail.R < bright
}

// keys presses keys one after the other.
func (p *person) keys(keys ...string) {
	p.Helper()
	for _, k := range keys {
		p.xdotool(p.T, "key", k)
		p.still(p.T)
	}
}

// types writes text.
func (p *person) types(text string) {
	p.Helper()
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			p.xdotool(p.T, "key", "Return")
		}
		if line != "" {
			p.xdotool(p.T, "type", "--delay", "6", line)
		}
	}
	p.still(p.T)
}

// stores does something and waits until the archive has been written.
func (p *person) stores(do func()) {
	p.Helper()
	before := p.written()
	do()
	p.until("the archive is written", func() bool { return p.written().After(before) })
	for last := p.written(); ; last = p.written() {
		time.Sleep(250 * time.Millisecond)
		if p.written().Equal(last) {
			break
		}
	}
	p.still(p.T)
}

func (p *person) written() time.Time {
	info, err := os.Stat(p.archive)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// leaves does something until another place is open.
func (p *person) leaves(do func()) {
	p.Helper()
	before := p.title()
	p.until("another place is open", func() bool {
		do()
		return p.title() != before
	})
	p.still(p.T)
}

// opensFirst opens the first row of a table: the rows may still be on their
// way.
func (p *person) opensFirst(screen string) {
	p.Helper()
	p.until("the first of "+screen+" is open", func() bool {
		p.keys("Home", "Return")
		return !strings.HasPrefix(p.title(), screen)
	})
}

// prefers writes the preferences before the program is started.
func (p *person) prefers(all map[string]any) {
	p.Helper()
	dir := filepath.Join(p.home, "config", "fyne", "org.onrecord.Onrecord")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		p.Fatal(err)
	}
	data, err := json.Marshal(all)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "preferences.json"), data, 0o600)
	}
	if err != nil {
		p.Fatal(err)
	}
}

// command runs a command of the palette.
func (p *person) command(words string) {
	p.Helper()
	p.keys("ctrl+k")
	p.types(words)
	time.Sleep(300 * time.Millisecond) // the answer to the last letter
	p.still(p.T)
	p.keys("Return")
}

// closes ends the program as a person does and waits until it has gone.
func (p *person) closes() {
	p.Helper()
	p.xdotool(p.T, "key", "ctrl+q")
	select {
	case err := <-p.ended:
		if err != nil {
			p.Fatalf("the program ended with %v\n%s", err, p.said.String())
		}
	case <-time.After(patience):
		p.shot(p.T, p.Name()+"-open")
		p.Fatal("the program does not end")
	}
}

// cli runs the command line on the person's archive.
func (p *person) cli(args ...string) string {
	p.Helper()
	out, code := p.tryCLI(args...)
	if code != 0 {
		p.Fatalf("onrecord-cli %v ended with %d", args, code)
	}
	return out
}

func (p *person) tryCLI(args ...string) (out string, code int) {
	p.Helper()
	cmd := exec.Command(filepath.Join(root, "bin", "onrecord-cli"), args...)
	cmd.Env = p.env
	var failed *exec.ExitError
	data, err := cmd.Output()
	if errors.As(err, &failed) {
		return string(data) + string(failed.Stderr), failed.ExitCode()
	}
	if err != nil {
		p.Fatal(err)
	}
	return string(data), 0
}

// lines counts the JSON records that a command prints.
func (p *person) lines(args ...string) int {
	p.Helper()
	return strings.Count(p.cli(append(args, "--format", "jsonl")...), "\n")
}
