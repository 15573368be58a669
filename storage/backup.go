package storage

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"

	"onrecord/claims"
	"onrecord/storage/internal/pages"
)

// Backup writes a copy of the archive as it is now, while work goes on. It is
// written beside its place, opened and verified, and only then given its name.
// With a passphrase the copy is encrypted (age, scrypt); the words never lie
// on its disk in the clear. The report on progress may be nil. Where the context ends, or
// anything fails, nothing is left behind.
func (a *Archive) Backup(ctx context.Context, path, passphrase string, report func(done, total int)) error {
	told, stages := progress(report), 2
	if passphrase != "" {
		stages = 3
	}
	if same(path, a.path) {
		return &claims.Error{Code: claims.CodeInvalid, What: path, Reason: claims.Say("error.archiveItself", "is the archive itself")}
	}
	if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil { //nolint:gosec // the user named the place
		return translate(path, err)
	}
	plain := path + partSuffix
	if passphrase != "" {
		plain = a.path + backupSuffix
	}
	defer os.Remove(plain) //nolint:errcheck // gone already where all went well
	sum, err := a.snapshot(ctx, plain, told.stage(0, stages))
	if err != nil {
		return err
	}
	if err := verifyFile(ctx, plain, told.stage(1, stages)); err != nil {
		return claims.Say("error.backupNotKept", "the backup was not kept: %s", err)
	}
	if passphrase == "" {
		return settle(plain, path)
	}
	part := path + partSuffix
	defer os.Remove(part) //nolint:errcheck // as above
	if err := a.encryptFile(ctx, plain, part, passphrase); err != nil {
		return translate(part, err)
	}
	told.stage(2, stages).tell(1, 2)
	if err := checkEncrypted(ctx, part, passphrase, sum); err != nil {
		return err
	}
	return settle(part, path)
}

// Endings of files that are not finished. Those beside the archive are removed
// when it is opened again.
const (
	partSuffix    = ".part"
	backupSuffix  = ".backup" + partSuffix
	previewSuffix = ".preview" + partSuffix
	compactSuffix = ".compact" + partSuffix
	sortSuffix    = ".sort-"
)

func same(a, b string) bool {
	x, errX := os.Stat(a) //nolint:gosec // both were named by the user
	y, errY := os.Stat(b) //nolint:gosec // as above
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// snapshot copies the archive as one transaction sees it and returns the
// SHA-256 of the copy.
func (a *Archive) snapshot(ctx context.Context, path string, told progress) ([]byte, error) {
	sum := sha256.New()
	err := a.view(ctx, func(t *txn) error {
		return writeFile(path, func(w io.Writer) error {
			copied := &progressWriter{progress: told, total: int(t.Size())}
			_, err := t.WriteTo(io.MultiWriter(w, sum, cancelWriter{ctx}, copied))
			return err
		})
	})
	if err != nil && ctx.Err() != nil {
		err = ctx.Err() // bbolt keeps no more of it than its words
	}
	return sum.Sum(nil), err
}

// cancelWriter stops a long copy when its context ends.
type cancelWriter struct{ ctx context.Context }

func (c cancelWriter) Write(p []byte) (int, error) { return len(p), c.ctx.Err() }

// writeFile writes a new file that only its owner may read, and waits until it
// is on disk.
func writeFile(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode) //nolint:gosec // a place that the user named
	if err != nil {
		return translate(path, err)
	}
	buf := bufio.NewWriterSize(f, 1<<20)
	err = fill(buf)
	if err == nil {
		err = buf.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return translate(path, errors.Join(err, f.Close()))
}

// settle gives a finished file its name and waits until the folder is on disk.
func settle(part, path string) error {
	if err := os.Rename(part, path); err != nil { //nolint:gosec // the user says where a backup goes
		return translate(path, err)
	}
	return syncFolder(path)
}

// syncFolder waits until the name of a file is on disk.
func syncFolder(path string) error {
	folder, err := os.Open(filepath.Dir(path)) //nolint:gosec // the folder of the same path
	if err != nil {
		return translate(path, err)
	}
	_ = folder.Sync() // not every system can; the name is then written a little later
	return translate(path, folder.Close())
}

// verifyFile opens an archive file for reading and verifies all of it.
func verifyFile(ctx context.Context, path string, told progress) error {
	a, err := Open(path, Options{ReadOnly: true})
	if claims.CodeOf(err) == claims.CodeRefused {
		return verifyPages(ctx, path) // an older format, about to be migrated
	}
	if err != nil {
		return err
	}
	return errors.Join(a.verifyAll(ctx, told), a.Close())
}

// verifyPages checks the tree of pages of a file of any format.
func verifyPages(ctx context.Context, path string) error {
	f, err := os.Open(path) //nolint:gosec // written a moment ago
	if err != nil {
		return translate(path, err)
	}
	defer f.Close() //nolint:errcheck // only read
	file, err := pages.Open(f)
	if err != nil {
		return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Because(err), Advice: salvageAdvice}
	}
	var first error
	err = file.Walk(ctx, func(pages.Item) {}, func(page uint64, err error) {
		if first == nil {
			first = &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("damage.onPage", "page %d: %s", page, err), Advice: salvageAdvice}
		}
	})
	return errors.Join(err, first)
}

// verifyAll gives the first problem of an archive as an error.
func (a *Archive) verifyAll(ctx context.Context, told progress) error {
	var first *Problem
	err := a.Verify(ctx, func(p Problem) {
		if first == nil {
			first = &p
		}
	}, told)
	if err == nil && first != nil {
		err = &claims.Error{Code: claims.CodeDamaged, What: a.path, Reason: first.Sentence(), Advice: salvageAdvice}
	}
	return err
}

func (a *Archive) encryptFile(ctx context.Context, from, to, passphrase string) error {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return claims.Invalid("passphrase", claims.Because(err))
	}
	if a.opts.scrypt > 0 {
		recipient.SetWorkFactor(a.opts.scrypt)
	}
	src, err := os.Open(from) //nolint:gosec // written a moment ago
	if err != nil {
		return err
	}
	defer src.Close() //nolint:errcheck // only read
	return writeFile(to, func(w io.Writer) error {
		sealed, err := age.Encrypt(w, recipient)
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.MultiWriter(sealed, cancelWriter{ctx}), src); err != nil {
			return err
		}
		return sealed.Close()
	})
}

// checkEncrypted decrypts a backup and compares it with what went in.
func checkEncrypted(ctx context.Context, path, passphrase string, want []byte) error {
	sum := sha256.New()
	if err := decrypt(ctx, path, passphrase, sum); err != nil {
		return err
	}
	if string(sum.Sum(nil)) != string(want) {
		return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.encryptedBackupDoes", "the encrypted backup does not open to what went in; it was not kept")}
	}
	return nil
}

// decrypt writes what an encrypted backup holds.
func decrypt(ctx context.Context, path, passphrase string, to io.Writer) error {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return claims.Invalid("passphrase", claims.Because(err))
	}
	f, err := os.Open(path) //nolint:gosec // the backup that the user named
	if err != nil {
		return translate(path, err)
	}
	defer f.Close() //nolint:errcheck // only read
	plain, err := age.Decrypt(bufio.NewReader(f), identity)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return &claims.Error{Code: claims.CodeRefused, What: path, Reason: claims.Say("error.wrongPassphrase", "the passphrase is not the one that the backup was made with")}
	}
	if err != nil {
		return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.notEncryptedBackup", "is not an encrypted backup, or is damaged"), Err: err}
	}
	if _, err = io.Copy(io.MultiWriter(to, cancelWriter{ctx}), plain); err != nil && ctx.Err() == nil {
		return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.encryptedBackupDamaged", "the encrypted backup is damaged"), Err: err}
	}
	return err
}
