package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// How many backups are kept: the newest of each of so many days, weeks and
// months that have one.
const (
	keepDays   = 7
	keepWeeks  = 4
	keepMonths = 12
)

const (
	backupDay    = "2006-01-02"
	backupEnding = ".db"
)

// Rotate makes the backup of today in a folder, unless it is there already,
// and removes those that are too old to keep: it keeps the newest of 7 days, of
// 4 weeks and of 12 months. It returns the path of the backup of today.
func (a *Archive) Rotate(ctx context.Context, folder string) (string, error) {
	stem := strings.TrimSuffix(filepath.Base(a.path), filepath.Ext(a.path)) + "-"
	path := filepath.Join(folder, stem+a.opts.Now().Format(backupDay)+backupEnding)
	if _, err := os.Stat(path); err == nil { //nolint:gosec // the user says where backups go
		return path, nil
	}
	if err := a.Backup(ctx, path, "", nil); err != nil {
		return "", err
	}
	return path, prune(folder, stem)
}

// prune removes the backups that need not be kept any more.
func prune(folder, stem string) error {
	names, err := os.ReadDir(folder)
	if err != nil {
		return translate(folder, err)
	}
	var days []time.Time
	var errs []error
	for _, n := range names {
		day, ok := strings.CutPrefix(n.Name(), stem)
		if !ok {
			continue
		}
		if strings.HasSuffix(day, backupEnding+partSuffix) { // of a program that was killed
			errs = append(errs, os.Remove(filepath.Join(folder, n.Name()))) //nolint:gosec // a name that was read from this folder
		}
		if t, err := time.Parse(backupDay+backupEnding, day); err == nil {
			days = append(days, t)
		}
	}
	for _, day := range outdated(days) {
		old := filepath.Join(folder, stem+day.Format(backupDay)+backupEnding)
		errs = append(errs, os.Remove(old)) //nolint:gosec // a name that was read from this folder
	}
	return errors.Join(errs...)
}

// outdated lists the days whose backups need not be kept.
func outdated(days []time.Time) (out []time.Time) {
	days = slices.SortedFunc(slices.Values(days), func(a, b time.Time) int { return b.Compare(a) })
	kept := map[time.Time]bool{}
	for _, period := range []struct {
		most int
		of   func(time.Time) [2]int
	}{
		{keepDays, func(t time.Time) [2]int { return [2]int{t.Year(), t.YearDay()} }},
		{keepWeeks, func(t time.Time) [2]int { y, w := t.ISOWeek(); return [2]int{y, w} }},
		{keepMonths, func(t time.Time) [2]int { return [2]int{t.Year(), int(t.Month())} }},
	} {
		seen := map[[2]int]bool{}
		for _, day := range days {
			p := period.of(day)
			if !seen[p] && len(seen) < period.most {
				seen[p] = true
				kept[day] = true
			}
		}
	}
	for _, day := range days {
		if !kept[day] {
			out = append(out, day)
		}
	}
	return out
}

// backUpDaily begins the backup of the day after its first change, and lets
// work go on meanwhile. Close ends it; the next change then begins it again.
func (a *Archive) backUpDaily() {
	if a.opts.Backups == "" {
		return
	}
	today := a.opts.Now().Format(backupDay)
	a.rotateMu.Lock()
	defer a.rotateMu.Unlock()
	if a.rotated == today || a.closing.Err() != nil {
		return
	}
	a.rotated = today
	a.backups.Go(func() {
		path, err := a.Rotate(a.closing, a.opts.Backups)
		if err != nil && a.closing.Err() != nil {
			return
		}
		if a.opts.BackedUp != nil {
			a.opts.BackedUp(path, err)
		}
	})
}
