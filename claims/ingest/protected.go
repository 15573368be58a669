package ingest

import (
	"bytes"

	"onrecord/claims"
)

// protected is an error for a document that needs a password.
func protected(name string) error {
	return &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.protectedByPassword", "is protected by a password"), Advice: claims.Say("error.saveWithoutPassword", "Save it without a password first.")}
}

// encryptedOffice is the name of the stream in which newer Office versions
// wrap a document with a password, in UTF-16.
var encryptedOffice = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// checkLocked refuses an OpenDocument file with a password and a book that only
// its seller's programs open. Fonts are often scrambled alone, which locks
// nothing.
func (a *archive) checkLocked(texts ...string) error {
	if manifest, err := a.read("META-INF/manifest.xml"); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return protected(a.name)
	}
	locks, err := a.read("META-INF/encryption.xml")
	if err != nil || locks == nil {
		return err
	}
	for _, t := range texts {
		if bytes.Contains(locks, []byte(`"`+t+`"`)) {
			return claims.Refused(a.name, claims.Say("error.lockedBySeller", "is locked by its seller (DRM)"))
		}
	}
	return nil
}
