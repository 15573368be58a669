package report

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"onrecord/claims/report/internal/pdf"
)

// FontFile is a font on disk; Number is its place in a collection.
type FontFile struct {
	Path   string
	Number int
}

// FontFiles names font files for the characters that a PDF's own fonts lack,
// in the order in which they are asked.
func FontFiles(paths ...string) []FontFile {
	out := make([]FontFile, len(paths))
	for i, p := range paths {
		out[i].Path = p
	}
	return out
}

// fontFolders are where the system and its user keep fonts.
func fontFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	data := cmp.Or(os.Getenv("XDG_DATA_HOME"), filepath.Join(home, ".local", "share"))
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(data, "fonts"), filepath.Join(home, ".fonts")}
}

// candidate is a font that has some of the missing characters.
type candidate struct {
	FontFile
	has   []rune
	plain bool // neither bold nor slanted nor light
	home  bool // made for the language that the characters look like
}

// mostFonts is how many fonts of the system a document takes in.
const mostFonts = 8

// systemFonts picks the fonts of this machine that together have most of the
// missing characters: of those that have as many, one made for the language,
// one of regular weight, the first by name. The same machine makes the same
// choice.
func systemFonts(missing []rune) []FontFile {
	all := candidates(missing)
	left := map[rune]bool{}
	for _, r := range missing {
		left[r] = true
	}
	var out []FontFile
	for len(left) > 0 && len(out) < mostFonts {
		best, most := -1, 0
		for i, c := range all {
			n := 0
			for _, r := range c.has {
				if left[r] {
					n++
				}
			}
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			break
		}
		for _, r := range all[best].has {
			delete(left, r)
		}
		out = append(out, all[best].FontFile)
	}
	return out
}

// candidates looks at every font of the machine, the best ones first.
func candidates(missing []rune) []candidate {
	region := regionOf(missing)
	var out []candidate
	for _, folder := range fontFolders() {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // a folder that is not there has no fonts
			if err == nil && !d.IsDir() && slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, strings.ToLower(filepath.Ext(path))) {
				out = append(out, fontsIn(path, missing, region)...)
			}
			return nil
		})
	}
	score := func(c candidate) int {
		n := 0
		if c.home {
			n += 2
		}
		if c.plain {
			n++
		}
		return -n
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(score(a), score(b)), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// mostInCollection bounds how many fonts of one file are looked at.
const mostInCollection = 32

func fontsIn(path string, missing []rune, region string) (out []candidate) {
	for number := range mostInCollection {
		o, err := pdf.OpenOutlines(path, number)
		if err != nil {
			return out
		}
		c := candidate{FontFile: FontFile{path, number}, has: o.Covers(missing)}
		name, style := o.Family()
		_ = o.Close() // it was only read
		if len(c.has) == 0 {
			if number == 0 {
				return out // the others of a collection have the same characters
			}
			continue
		}
		c.plain = slices.Contains([]string{"Regular", "Normal", "Book", ""}, style) && !strings.Contains(name, "Light") && !strings.Contains(name, "Mono")
		c.home = region != "" && strings.Contains(" "+name+" ", " "+region+" ")
		out = append(out, c)
	}
	return out
}

// regionOf guesses which form of the Chinese characters is wanted: the same
// number stands for shapes that differ between Japan, Korea and China.
func regionOf(all []rune) string {
	region := ""
	for _, r := range all {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return "JP"
		case unicode.Is(unicode.Hangul, r):
			region = "KR"
		case unicode.Is(unicode.Han, r) && region == "":
			region = "SC"
		}
	}
	return region
}
