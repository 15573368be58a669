//go:build window

package windowtest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// patience is how long the tests wait for what must come: long for a machine
// that is busy with other things, never reached where the program is right.
const patience = 40 * time.Second

// screen is a virtual screen. Its picture is read from the file in which Xvfb
// keeps it, so that waiting for a change costs nothing.
type screen struct {
	display string
	frame   string // the file: an XWD header, then the pixels
}

// newScreen starts Xvfb on a free display and ends it with the test.
func newScreen(t *testing.T, width, height int) *screen {
	t.Helper()
	dir := t.TempDir()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", dir, "-nolisten", "tcp",
		"-noreset") // without it the server starts afresh whenever its last client leaves, and refuses who comes meanwhile
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	_ = write.Close()
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	return &screen{display: fmt.Sprintf(":%d", number), frame: filepath.Join(dir, "Xvfb_screen0")}
}

// xdotool presses, types and clicks.
func (s *screen) xdotool(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// pixels is the memory of the screen: it changes while it is looked at, which
// takes nothing from the program under test.
func (s *screen) pixels(t *testing.T) []byte {
	t.Helper()
	f, err := os.Open(s.frame)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	memory, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(memory) })
	return memory
}

// picture is what the screen shows. The layout of the file is that of
// XWDFile.h: 25 big-endian words, a name, the colour map, the rows.
func (s *screen) picture(t *testing.T) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(s.frame)
	if err != nil {
		t.Fatal(err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const headerSize, widthAt, heightAt, rowAt, coloursAt, colourSize = 0, 4, 5, 12, 19, 12
	width, height, row := word(widthAt), word(heightAt), word(rowAt)
	pixels := data[word(headerSize)+word(coloursAt)*colourSize:]
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		line, from := img.Pix[y*img.Stride:], pixels[y*row:y*row+4*width]
		for i := 0; i+3 < len(from); i += 4 {
			line[i], line[i+1], line[i+2], line[i+3] = from[i+2], from[i+1], from[i], 255
		}
	}
	return img
}

// differing counts the pixels that are not the same in two pictures.
func differing(a, b *image.RGBA) int {
	if bytes.Equal(a.Pix, b.Pix) {
		return 0
	}
	n := 0
	for i := 0; i+3 < len(a.Pix) && i+3 < len(b.Pix); i += 4 {
		if a.Pix[i] != b.Pix[i] || a.Pix[i+1] != b.Pix[i+1] || a.Pix[i+2] != b.Pix[i+2] {
			n++
		}
	}
	return n
}

// cursor is more pixels than a blinking text cursor has.
const cursor = 250

// still waits until the screen has stopped changing.
func (s *screen) still(t *testing.T) *image.RGBA {
	t.Helper()
	last, calm := s.picture(t), 0
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
		now := s.picture(t)
		if differing(last, now) > cursor {
			calm = 0
		} else if calm++; calm == 3 {
			return now
		}
		last = now
	}
	t.Fatal("the screen does not come to rest")
	return nil
}

// changes does something and waits until the screen shows it.
func (s *screen) changes(t *testing.T, do func()) {
	t.Helper()
	before := s.still(t)
	do()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(40 * time.Millisecond) {
		if differing(before, s.picture(t)) > 4*cursor {
			s.still(t)
			return
		}
	}
	t.Fatal("nothing happened on the screen")
}

// shot keeps a screenshot.
func (s *screen) shot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("ONRECORD_ARTEFACTS")
	if dir == "" {
		dir = filepath.Join(root, "artefacts", "window")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, s.picture(t)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
