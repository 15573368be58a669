//go:build window

package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSecondInstance opens the same archive twice: the second window says so
// and leaves the first alone.
func TestSecondInstance(t *testing.T) {
	p := sits(t)
	p.opens()
	second := exec.Command(filepath.Join(root, "bin", "onrecord"))
	second.Env, second.Stderr = p.env, &p.said
	p.changes(t, func() {
		if err := second.Start(); err != nil {
			t.Fatal(err)
		}
	})
	t.Cleanup(func() { _ = second.Process.Kill() })
	p.until("it says that the archive is open", func() bool { return strings.Contains(p.said.String(), "open in another window") })
	p.shot(t, "15-open-elsewhere")
	p.changes(t, func() { p.xdotool(t, "key", "Escape") })
	if err := second.Wait(); err == nil || second.ProcessState.ExitCode() != 3 {
		t.Errorf("the second window ended with %v, want exit code 3", err)
	}
	p.closes()
}

// TestWithoutAScreen starts the program where there is nothing to draw on.
func TestWithoutAScreen(t *testing.T) {
	cmd := exec.Command(filepath.Join(root, "bin", "onrecord"))
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "DISPLAY=") && !strings.HasPrefix(v, "WAYLAND_DISPLAY=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	said, err := cmd.CombinedOutput()
	if err == nil || cmd.ProcessState.ExitCode() != 3 || !strings.Contains(string(said), "no screen") || strings.Count(string(said), "\n") != 1 {
		t.Errorf("it ended with %v and said\n%s", err, said)
	}
}

func TestDamagedArchive(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	data, err := os.ReadFile(p.archive)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 * 4096 { // both meta pages and the first page behind them
		data[i] ^= 0x5a
	}
	if err := os.WriteFile(p.archive, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p.opens()
	p.shot(t, "16-damaged")
	p.xdotool(t, "key", "Escape")
	if err := <-p.ended; err == nil || p.app.ProcessState.ExitCode() != 3 {
		t.Errorf("the program ended with %v, want exit code 3", err)
	}
	if after, err := os.ReadFile(p.archive); err != nil || string(after) != string(data) {
		t.Error("the damaged file was touched")
	}
}

// TestDiskFull lets the archive run out of room in the middle of an import.
func TestDiskFull(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("a small disk can only be made by root")
	}
	p := sits(t)
	small := filepath.Dir(p.archive)
	if err := os.MkdirAll(small, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", small).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", small).Run() })
	p.opens()
	p.changes(t, func() { p.command("add the sample archive") })
	p.until("the dialog says that there is no room", p.asked)
	p.shot(t, "17-disk-full")
	p.keys("Escape")
	if out, err := exec.Command("mount", "-o", "remount,size=64m", small).CombinedOutput(); err != nil {
		t.Fatalf("more room: %s", out)
	}
	p.closes()
	p.cli("verify")
}

// TestImportCancelled reads a folder of ten thousand files and cancels it: what
// was stored stays, the rest is not there, and the archive is sound.
func TestImportCancelled(t *testing.T) {
	p := sits(t)
	folder := filepath.Join(p.home, "cuttings")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	const files = 10_000
	minutes := strings.Repeat("The clerk read the minutes of the last meeting, and nobody asked for the floor before the vote on the new bridge.\n\n", 40)
	for i := range files { // long enough that the window is there before the last one is read
		text := fmt.Sprintf("Council meeting %d\n\n“We will plant %d trees by the end of 2030,” councillor Eva Lund said on 3 May 2024.\n\n%s", i, i+1, minutes)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.opens(folder)
	first := p.written()
	p.until("the first files are stored", func() bool { return p.written().After(first) })
	p.shot(t, "18-importing")
	p.xdotool(t, "key", "ctrl+period")
	p.still(t)
	p.shot(t, "19-import-cancelled")
	p.closes()
	n := p.lines("article", "list")
	if n == 0 || n == files {
		t.Errorf("%d of %d articles are stored", n, files)
	}
	p.cli("verify")
}

// TestABackupIsRestored deletes an article, restores the backup of the day from
// the File menu's command without leaving the program, and refuses a torn one.
func TestABackupIsRestored(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	folder := filepath.Join(filepath.Dir(p.archive), "backups")
	if err := os.RemoveAll(folder); err != nil { // of what the command line has begun
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(folder, "archive-2026-04-30.db")
	p.cli("backup", backup)
	p.opens()
	p.stores(func() { p.keys("Home", "Delete") })
	p.changes(t, func() { p.command("Restore a backup") })
	p.shot(t, "27-backups")
	p.keys("Escape")
	p.until("Escape cancels", func() bool { return !p.asked() })
	p.command("Restore a backup")
	p.until("the backups are listed", p.asked)
	p.keys("End") // the one written with the deletion, if any, stands before it
	p.changes(t, func() { p.xdotool(t, "key", "Return") })
	p.shot(t, "28-what-a-backup-changes")
	p.keys("ctrl+Return")
	p.until("what was open is kept", func() bool {
		kept, _ := filepath.Glob(p.archive + ".before-restore-*")
		return len(kept) == 1
	})
	p.still(t)
	p.shot(t, "29-restored")
	p.closes()
	if n := p.lines("article", "list"); n != 17 {
		t.Errorf("%d articles after the restore", n)
	}
	p.cli("verify")
}
