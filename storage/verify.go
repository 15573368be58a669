package storage

import (
	"context"
	"fmt"

	"onrecord/claims"
	"onrecord/storage/internal/pages"
)

// Problem is something in an archive that is not as it must be.
type Problem struct {
	Place  string // "article 01HQ…", "page 17", "journal 12"
	Reason string
}

// String is the problem as a sentence.
func (p Problem) String() string { return p.Place + ": " + p.Reason }

// Verify checks everything there is to check about an archive and reports each
// problem: the pages of the file, the checksum, rules and references of every
// record, the words of every text and every span against its hash and text,
// all indexes and counts against the records, the chain of the journal, the
// stacks of undo and redo, and the trash. It returns an error only where it
// could not look. Other work can go on meanwhile. Progress may be nil.
func (a *Archive) Verify(ctx context.Context, report func(Problem), progress func(done, total int)) error {
	return a.view(ctx, func(t *txn) error {
		v := &verifier{txn: t, ctx: ctx, report: report, progress: progress}
		found, err := v.pages()
		if err != nil || found > 0 {
			return err // what hangs on damaged pages cannot be looked at safely
		}
		v.begin()
		for _, step := range []func() error{
			v.checkTree, v.checkRecords, v.checkIndexes, v.checkCounts, v.checkBlobs, v.checkSpans, v.checkJournal, v.checkTrash,
		} {
			if err := v.guarded(a.path, step); err != nil {
				return err
			}
		}
		return nil
	})
}

type verifier struct {
	*txn
	ctx    context.Context
	report func(Problem)
	rows   [maxIndexes]int // rows that were found for the records

	progress    progress
	done, total int
}

// begin counts what there is to look at, as the archive itself counts it.
func (v *verifier) begin() {
	v.total = 2 * v.count(recordIndex(claims.KindArticle), nil) // their texts, and the spans in them
	for _, kind := range claims.Kinds {
		v.total += v.count(recordIndex(kind), nil)
	}
	if head, err := v.journalHead(); err == nil {
		v.total += int(min(head.seq, 1<<40)) //nolint:gosec // bounded
	}
}

// step is called for each record, text and entry that was looked at.
func (v *verifier) step() error {
	const every = 512
	if v.done++; v.done%every == 0 {
		v.progress.stage(1, 2).tell(min(v.done, v.total), v.total)
	}
	return v.ctx.Err()
}

func (v *verifier) problem(place, format string, args ...any) {
	v.report(Problem{place, fmt.Sprintf(format, args...)})
}

// guarded turns a panic of a step into a problem: the steps after it can still
// find others.
func (v *verifier) guarded(path string, step func() error) (err error) {
	defer func() {
		if claims.CodeOf(err) == claims.CodeDamaged {
			v.problem("archive", "%v", err)
			err = nil
		}
	}()
	defer guard(path, &err)()
	return step()
}

// pages reads the tree of pages from the file itself, without trusting any
// length or pointer in it, and then has bbolt check what it cares about.
func (v *verifier) pages() (found int, err error) {
	report := func(place, reason string) {
		found++
		v.problem(place, "%s", reason)
	}
	f, err := pages.Open(v.file)
	if err != nil {
		report("file", err.Error())
		return found, nil
	}
	root := uint64(v.Cursor().Bucket().RootPage())
	f.Begin(root, uint64(v.Size())/uint64(f.PageSize())) //nolint:gosec // sizes are not negative
	items := 0
	tell := func(pages.Item) {
		const every = 1 << 14
		if items++; items%every == 0 {
			v.progress.stage(0, 2).tell(f.Walked())
		}
	}
	err = f.Walk(v.ctx, tell, func(page uint64, err error) { report(fmt.Sprintf("page %d", page), err.Error()) })
	if err != nil || found > 0 {
		return found, err
	}
	for err := range v.Check() {
		report("pages", err.Error())
	}
	return found, nil
}

// checkTree makes sure that all buckets are there.
func (v *verifier) checkTree() error {
	for _, name := range topBuckets {
		if v.Bucket(name) == nil {
			return damaged("bucket", string(name), fmt.Errorf("is missing"))
		}
	}
	for _, kind := range claims.Kinds {
		if v.recordsOf(kind) == nil {
			return damaged("bucket", string(kind), fmt.Errorf("is missing"))
		}
	}
	for _, x := range allIndexes {
		if v.rowsOf(x) == nil {
			return damaged("bucket", string(x.bucket), fmt.Errorf("is missing"))
		}
	}
	if v.metaNumber(metaRestoring) != 0 {
		v.problem("archive", "the load of a dump was interrupted: load the same file again")
	}
	return nil
}
