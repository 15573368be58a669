package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"onrecord/claims"
	"onrecord/storage/internal/pages"
)

// Salvaged tells what Salvage saved.
type Salvaged struct {
	Records int  // records of all kinds
	Texts   int  // texts and files
	Adrift  int  // records and texts found on pages that nothing leads to: they can be older states
	Mended  int  // records that lost a reference to something that was not saved
	Journal bool // the journal, with undo and trash, is whole
}

// Salvage saves what is whole of a damaged archive into a new one, and reports
// what is damaged or lost. It reads the file page by page and believes a record
// only if its checksum, and a text only if its hash, is right. Progress may be
// nil. Where the work ends early, what was written of the new archive is
// removed.
func Salvage(ctx context.Context, src, dst string, report func(Problem), progress func(done, total int)) (out Salvaged, err error) {
	if _, err := os.Lstat(dst); !errors.Is(err, fs.ErrNotExist) {
		return out, &claims.Error{Code: claims.CodeInvalid, What: dst, Reason: claims.Plain("is there already"), Advice: claims.Plain("Choose a new name")}
	}
	f, err := os.Open(src) //nolint:gosec // the archive that the user named
	if err != nil {
		return out, translate(src, err)
	}
	defer f.Close() //nolint:errcheck // only read
	a, err := Open(dst, Options{})
	if err != nil {
		return out, err
	}
	s := &salvager{Archive: a, ctx: ctx, report: report, progress: progress}
	err = a.exclusively(ctx, func() error { return s.run(f) })
	if err = errors.Join(err, a.Close()); err != nil {
		return s.done, errors.Join(err, os.Remove(dst))
	}
	return s.done, nil
}

type salvager struct {
	*Archive
	ctx    context.Context
	report func(Problem)

	progress progress
	file     *pages.File
	done     Salvaged
	batch    []pages.Item
	size     int
	err      error
}

func (s *salvager) run(f *os.File) error {
	err := s.commit(s.ctx, func(t *txn) error { return t.putMetaNumber(metaIndexing, 1) })
	if err != nil {
		return err
	}
	s.readPages(f)
	s.flush()
	for _, step := range []func() error{s.checkBuckets, s.mend, s.keepJournal, func() error { return s.reindex(s.ctx, s.progress.stage(1, 2)) }} {
		if s.err == nil {
			s.err = step()
		}
	}
	return s.err
}

// readPages collects what the tree leads to and, where parts of the tree are
// damaged, what lies on pages that it does not lead to.
func (s *salvager) readPages(f *os.File) {
	file, err := pages.Open(f)
	if err != nil && !errors.Is(err, pages.ErrNoMeta) {
		s.err = err
		return
	}
	damage := 0
	problem := func(page uint64, err error) {
		damage++
		s.report(Problem{onPage(page), claims.Because(err)})
	}
	if err != nil {
		s.report(Problem{inFile, claims.Because(err)})
		damage++
	}
	s.file = file
	if err := file.Walk(s.ctx, s.take, problem); s.err == nil {
		s.err = err
	}
	s.flush()
	if damage == 0 || s.err != nil {
		return
	}
	free := file.Free()
	file.Scan(s.take, func(page uint64) bool { return free[page] })
}

// take keeps an item for the next transaction.
func (s *salvager) take(i pages.Item) {
	if s.err != nil {
		return
	}
	s.batch = append(s.batch, i)
	if s.size += len(i.Key) + len(i.Value); len(s.batch) == batchLines || s.size > batchBytes {
		s.flush()
	}
}

func (s *salvager) flush() {
	if s.err != nil || len(s.batch) == 0 {
		return
	}
	s.err = s.commit(s.ctx, func(t *txn) error {
		for _, i := range s.batch {
			if err := s.put(t, i); err != nil {
				return err
			}
		}
		return nil
	})
	s.batch, s.size = nil, 0
	s.progress.stage(0, 2).tell(s.file.Walked())
}

// put stores an item where it belongs. An item without a path belongs where
// its checksum or hash says.
func (s *salvager) put(t *txn, i pages.Item) error {
	if len(i.Path) == 0 {
		return s.putAdrift(t, i)
	}
	switch top := i.Path[0]; {
	case bytes.Equal(top, bucketRecords) && len(i.Path) == 2:
		return s.putRecord(t, claims.Kind(i.Path[1]), i)
	case bytes.Equal(top, bucketTexts), bytes.Equal(top, bucketBlobs):
		return s.putText(t, top, i)
	case bytes.Equal(top, bucketJournal), bytes.Equal(top, bucketImages), bytes.Equal(top, bucketTrash):
		if len(i.Key) > 0 {
			return t.Bucket(top).Put(i.Key, i.Value)
		}
	case bytes.Equal(top, bucketMeta):
		for _, name := range [][]byte{metaUndo, metaRedo, metaPurged, metaCreated} {
			if bytes.Equal(i.Key, name) {
				return t.Bucket(top).Put(i.Key, i.Value)
			}
		}
	}
	return nil // indexes and counts are made anew
}

func (s *salvager) putRecord(t *txn, kind claims.Kind, i pages.Item) error {
	if _, err := decodeRecord(kind, i.Key, i.Value); err != nil || t.recordsOf(kind) == nil {
		s.report(Problem{inRecord(kind, claims.ID(readID(i.Key))), claims.Plain("is damaged and was left out")})
		return nil
	}
	s.done.Records++
	return t.recordsOf(kind).Put(i.Key, i.Value)
}

func (s *salvager) putText(t *txn, bucket []byte, i pages.Item) error {
	if !isText(i) {
		s.report(Problem{claims.Plain(fmt.Sprintf("%s %x", bucket, i.Key)), claims.Plain("is damaged and was left out")})
		return nil
	}
	s.done.Texts++
	return t.Bucket(bucket).Put(i.Key, i.Value)
}

func isText(i pages.Item) bool {
	if len(i.Key) != sha256.Size {
		return false
	}
	b, err := unsqueeze(i.Value)
	sum := sha256.Sum256(b)
	return err == nil && bytes.Equal(sum[:], i.Key)
}

// putAdrift finds out what an item of a page is that nothing leads to.
func (s *salvager) putAdrift(t *txn, i pages.Item) error {
	if isText(i) {
		if t.Bucket(bucketTexts).Get(i.Key) != nil || t.Bucket(bucketBlobs).Get(i.Key) != nil {
			return nil
		}
		s.done.Adrift++
		return s.putText(t, bucketTexts, i)
	}
	for _, kind := range claims.Kinds {
		if _, err := decodeRecord(kind, i.Key, i.Value); err != nil {
			continue
		}
		if t.recordsOf(kind).Get(i.Key) != nil {
			return nil
		}
		s.done.Adrift++
		return s.putRecord(t, kind, i)
	}
	if len(i.Key) == 8 && unseal(kindJournal, i.Key, i.Value, &entryV1{}) == nil {
		return t.Bucket(bucketJournal).Put(i.Key, i.Value)
	}
	return nil
}

// checkBuckets tells where nothing at all was found.
func (s *salvager) checkBuckets() error {
	if s.done.Records == 0 && s.done.Texts == 0 {
		s.report(Problem{inFile, claims.Plain("nothing in it could be saved")})
	}
	return nil
}

// keepJournal keeps the journal with undo and trash if it is whole, and begins
// a new one otherwise.
func (s *salvager) keepJournal() error {
	var broken error
	err := s.view(s.ctx, func(t *txn) error {
		v := &verifier{txn: t, ctx: s.ctx, report: func(p Problem) { broken = p.Sentence() }}
		return errors.Join(v.guarded(s.path, v.checkJournal), v.guarded(s.path, v.checkTrash))
	})
	if err != nil || broken == nil {
		s.done.Journal = err == nil
		return err
	}
	s.report(Problem{inJournal, claims.Plain("it is not whole and was left out, with undo and trash (" + broken.Error() + ")")})
	return s.commit(s.ctx, func(t *txn) error {
		for _, name := range [][]byte{bucketJournal, bucketImages, bucketTrash} {
			if err := t.DeleteBucket(name); err != nil {
				return err
			}
			if _, err := t.CreateBucket(name); err != nil {
				return err
			}
		}
		return errors.Join(t.putMetaNumber(metaUndo, 0), t.putMetaNumber(metaRedo, 0), t.putMetaNumber(metaPurged, 0))
	})
}
