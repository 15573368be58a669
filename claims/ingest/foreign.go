package ingest

import (
	"bytes"
	"strings"
)

const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// What to do with a file that cannot be read.
const (
	exportIt = "Export it as PDF, DOCX or text."
	unpackIt = "Unpack it and import the folder."
)

// signatures of files that people drop by mistake.
var signatures = []struct {
	at           int
	start        string
	kind, advice string
}{
	{0, "\x89PNG\r\n", "a PNG image", exportIt},
	{0, "\xff\xd8\xff", "a JPEG image", exportIt},
	{0, "GIF8", "a GIF image", exportIt},
	{0, "II*\x00", "a TIFF image", exportIt},
	{0, "MM\x00*", "a TIFF image", exportIt},
	{0, oldOffice, "a document of an old Office version", exportIt},
	{0, "7z\xbc\xaf'\x1c", "a 7z archive", unpackIt},
	{0, "Rar!\x1a\x07", "a RAR archive", unpackIt},
	{257, "ustar", "a tape archive", unpackIt},
	{0, "\xfd7zXZ\x00", "an xz archive", unpackIt},
	{0, "BZh", "a bzip2 archive", unpackIt},
	{0, "\x28\xb5\x2f\xfd", "a zstd archive", unpackIt},
	{0, "\x7fELF", "a program", ""},
	{0, "MZ\x90", "a program", ""},
	{0, "ID3", "a sound file", ""},
	{0, "OggS", "a sound file", ""},
	{0, "fLaC", "a sound file", ""},
	{0, "\x1aE\xdf\xa3", "a video file", ""},
	{0, "SQLite format 3\x00", "a database", exportIt},
	{0, "wOFF", "a font", ""},
	{0, "wOF2", "a font", ""},
	{0, "\x00\x01\x00\x00\x00", "a font", ""},
	{0, "%!PS", "a PostScript file", exportIt},
	{0, "bplist00", "a web archive of Safari or a property list", "Save the page as HTML or PDF instead."},
	{60, "BOOKMOBI", "a Kindle book", exportIt},
	{0, "AT&TFORM", "a DjVu scan", exportIt},
	{0, "\x78\x9f\x3e\x22", "an attachment that only Outlook can open (winmail.dat)", exportIt},
}

// outlookStream is in the names of what an Outlook message is made of.
var outlookStream = utf16LE("__substg1.0_")

// foreign names the kind of a file that is known and cannot be read, or "", and
// says what to do with it.
func foreign(data []byte) (kind, advice string) {
	head := data[:min(len(data), headSize)]
	if bytes.HasPrefix(head, []byte(oldOffice)) && bytes.Contains(data[:min(len(data), 1<<20)], outlookStream) {
		return "an Outlook message", "Save it as EML, or as text."
	}
	for _, s := range signatures {
		if len(head) > s.at && strings.HasPrefix(string(head[s.at:min(len(head), s.at+16)]), s.start) {
			return s.kind, s.advice
		}
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		switch string(head[8:12]) {
		case "heic", "heix", "mif1", "msf1", "avif":
			return "a photo", exportIt
		}
		return "a video or sound file", ""
	}
	if len(head) > 12 && string(head[:4]) == "RIFF" {
		return "an image, video or sound file", ""
	}
	return "", ""
}

// utf16LE writes ASCII as old Office files do.
func utf16LE(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}
