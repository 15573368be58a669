package ingest

import (
	"bytes"
	"strings"

	"onrecord/claims"
)

const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// What to do with a file that cannot be read.
var (
	exportIt = claims.Say("error.exportAsPdf", "Export it as PDF, DOCX or text.")
	unpackIt = claims.Say("error.unpackIt", "Unpack it and import the folder.")
)

// Kinds of files that are told in more than one way.
var (
	database     = claims.Say("kind.database", "a database")
	program      = claims.Say("kind.program", "a program")
	spreadsheet  = claims.Say("kind.spreadsheet", "a spreadsheet")
	presentation = claims.Say("kind.presentation", "a presentation")
)

// signatures of files that people drop by mistake.
var signatures = []struct {
	at           int
	start        string
	kind, advice *claims.Sentence
}{
	{0, "\x89PNG\r\n", claims.Say("kind.png", "a PNG image"), exportIt},
	{0, "\xff\xd8\xff", claims.Say("kind.jpeg", "a JPEG image"), exportIt},
	{0, "GIF8", claims.Say("kind.gif", "a GIF image"), exportIt},
	{0, "II*\x00", claims.Say("kind.tiff", "a TIFF image"), exportIt},
	{0, "MM\x00*", claims.Say("kind.tiff", "a TIFF image"), exportIt},
	{0, oldOffice, claims.Say("kind.oldOffice", "a document of an old Office version"), exportIt},
	{0, "7z\xbc\xaf'\x1c", claims.Say("kind.sevenZip", "a 7z archive"), unpackIt},
	{0, "Rar!\x1a\x07", claims.Say("kind.rar", "a RAR archive"), unpackIt},
	{257, "ustar", claims.Say("kind.tar", "a tape archive"), unpackIt},
	{0, "\xfd7zXZ\x00", claims.Say("kind.xz", "an xz archive"), unpackIt},
	{0, "BZh", claims.Say("kind.bzip2", "a bzip2 archive"), unpackIt},
	{0, "\x28\xb5\x2f\xfd", claims.Say("kind.zstd", "a zstd archive"), unpackIt},
	{0, "\x7fELF", program, nil},
	{0, "MZ\x90", program, nil},
	{0, "ID3", claims.Say("kind.sound", "a sound file"), nil},
	{0, "OggS", claims.Say("kind.sound", "a sound file"), nil},
	{0, "fLaC", claims.Say("kind.sound", "a sound file"), nil},
	{0, "\x1aE\xdf\xa3", claims.Say("kind.video", "a video file"), nil},
	{0, "SQLite format 3\x00", database, exportIt},
	{0, "wOFF", claims.Say("kind.font", "a font"), nil},
	{0, "wOF2", claims.Say("kind.font", "a font"), nil},
	{0, "\x00\x01\x00\x00\x00", claims.Say("kind.font", "a font"), nil},
	{0, "%!PS", claims.Say("kind.postScript", "a PostScript file"), exportIt},
	{0, "bplist00", claims.Say("kind.safari", "a web archive of Safari or a property list"), claims.Say("error.savePage", "Save the page as HTML or PDF instead.")},
	{60, "BOOKMOBI", claims.Say("kind.kindle", "a Kindle book"), exportIt},
	{0, "AT&TFORM", claims.Say("kind.djvu", "a DjVu scan"), exportIt},
	{0, "\x78\x9f\x3e\x22", claims.Say("kind.winmail", "an attachment that only Outlook can open (winmail.dat)"), exportIt},
}

// outlookStream is in the names of what an Outlook message is made of.
var outlookStream = utf16LE("__substg1.0_")

// foreign names the kind of a file that is known and cannot be read, or nil, and
// says what to do with it.
func foreign(data []byte) (kind, advice *claims.Sentence) {
	head := data[:min(len(data), headSize)]
	if bytes.HasPrefix(head, []byte(oldOffice)) && bytes.Contains(data[:min(len(data), 1<<20)], outlookStream) {
		return claims.Say("kind.outlook", "an Outlook message"), claims.Say("error.saveEML", "Save it as EML, or as text.")
	}
	for _, s := range signatures {
		if len(head) > s.at && strings.HasPrefix(string(head[s.at:min(len(head), s.at+16)]), s.start) {
			return s.kind, s.advice
		}
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		switch string(head[8:12]) {
		case "heic", "heix", "mif1", "msf1", "avif":
			return claims.Say("kind.photo", "a photo"), exportIt
		}
		return claims.Say("kind.film", "a video or sound file"), nil
	}
	if len(head) > 12 && string(head[:4]) == "RIFF" {
		return claims.Say("kind.riff", "an image, video or sound file"), nil
	}
	return nil, nil
}

// utf16LE writes ASCII as old Office files do.
func utf16LE(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}
