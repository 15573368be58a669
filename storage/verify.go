package storage

import (
	"context"

	"onrecord/claims"
	"onrecord/storage/internal/pages"
)

// Problem is something in an archive that is not as it must be.
type Problem struct {
	Place  *claims.Sentence `json:"place"` // "article 01HQ…", "page 17", "journal 12"
	Reason *claims.Sentence `json:"reason"`
}

// Sentence says where and what the problem is.
func (p Problem) Sentence() *claims.Sentence {
	return claims.Say("damage.at", "%s: %s", p.Place, p.Reason)
}

// String is the problem in English.
func (p Problem) String() string { return p.Sentence().String() }

// Places of problems that are no record.
var (
	inArchive = claims.Say("place.archive", "archive")
	inFile    = claims.Say("place.file", "file")
	inPages   = claims.Say("place.pages", "pages")
	inJournal = claims.Say("place.journal", "journal")
	inImages  = claims.Say("place.images", "images")
	inTrash   = claims.Say("place.trash", "trash")
	inCounts  = claims.Say("place.counts", "counts")
)

func inRecord(kind claims.Kind, id claims.ID) *claims.Sentence {
	return claims.Say("place.record", "%s %s", kind, id)
}

func inIndex(x *index) *claims.Sentence {
	return claims.Say("place.index", "index %s", string(x.bucket))
}

func onPage(page uint64) *claims.Sentence { return claims.Say("place.page", "page %d", page) }

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

func (v *verifier) problem(place, reason *claims.Sentence) { v.report(Problem{place, reason}) }

// guarded turns a panic of a step into a problem: the steps after it can still
// find others.
func (v *verifier) guarded(path string, step func() error) (err error) {
	defer func() {
		if claims.CodeOf(err) == claims.CodeDamaged {
			v.problem(inArchive, claims.Because(err))
			err = nil
		}
	}()
	defer guard(path, &err)()
	return step()
}

// pages reads the tree of pages from the file itself, without trusting any
// length or pointer in it, and then has bbolt check what it cares about.
func (v *verifier) pages() (found int, err error) {
	report := func(place *claims.Sentence, err error) {
		found++
		v.problem(place, claims.Because(err))
	}
	f, err := pages.Open(v.file)
	if err != nil {
		report(inFile, err)
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
	err = f.Walk(v.ctx, tell, func(page uint64, err error) { report(onPage(page), err) })
	if err != nil || found > 0 {
		return found, err
	}
	for err := range v.Check() {
		report(inPages, err)
	}
	return found, nil
}

// checkTree makes sure that all buckets are there.
func (v *verifier) checkTree() error {
	for _, name := range topBuckets {
		if v.Bucket(name) == nil {
			return damaged("bucket", string(name), claims.Say("error.missing", "is missing"))
		}
	}
	for _, kind := range claims.Kinds {
		if v.recordsOf(kind) == nil {
			return damaged("bucket", string(kind), claims.Say("error.missing", "is missing"))
		}
	}
	for _, x := range allIndexes {
		if v.rowsOf(x) == nil {
			return damaged("bucket", string(x.bucket), claims.Say("error.missing", "is missing"))
		}
	}
	if v.metaNumber(metaRestoring) != 0 {
		v.problem(inArchive, claims.Say("damage.loadInterrupted", "the load of a dump was interrupted: load the same file again"))
	}
	return nil
}
