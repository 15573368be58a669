package ingest

import (
	"bytes"
	"regexp"
	"strings"
)

func init() {
	register(Format{Name: "sbv", Endings: []string{"sbv"}, detect: detectSBV, read: readSBV})
	register(Format{Name: "ttml", Endings: []string{"ttml", "dfxp"}, detect: detectTTML, read: readTTML})
}

// Captions in the forms of video sites and broadcasters.

// sbvTiming is the line of times in the captions that one video site lets people
// download: "0:00:00.599,0:00:04.160".
var sbvTiming = regexp.MustCompile(`(?m)^(\d{1,2}:\d\d:\d\d\.\d{3}),(\d{1,2}:\d\d:\d\d\.\d{3})\r?$`)

func detectSBV(_ string, head []byte) int {
	if at := sbvTiming.FindIndex(head); at != nil && len(bytes.TrimSpace(bytes.TrimPrefix(head[:at[0]], []byte("\ufeff")))) == 0 {
		return certain
	}
	return 0
}

func readSBV(j *job, name string, data []byte) ([]Item, error) {
	return readCues(j, name, "sbv", sbvTiming.ReplaceAll(data, []byte("$1 --> $2")))
}

func detectTTML(_ string, head []byte) int {
	if tag := firstTag(head); tag == "tt" || strings.HasSuffix(tag, ":tt") {
		return certain
	}
	return 0
}

// readTTML reads Timed Text of broadcasters: each paragraph that has times is a
// caption.
func readTTML(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	root.walk(func(e *element) bool {
		if e.name != "p" {
			return true
		}
		from, to := ttmlTime(e.attr("begin")), ttmlTime(e.attr("end"))
		if from == "" || to == "" {
			return true
		}
		out.WriteString(from + " --> " + to + "\n")
		lines := strings.Fields(ttmlText(e))
		out.WriteString(strings.Join(lines, " ") + "\n\n")
		return false
	})
	return readCues(j, name, "ttml", []byte(out.String()))
}

// ttmlText is the text of a caption with its lines apart.
func ttmlText(e *element) string {
	var b strings.Builder
	e.walk(func(c *element) bool {
		if c.name == "br" {
			b.WriteByte(' ')
		}
		b.WriteString(c.text)
		return true
	})
	return b.String()
}

var ttmlClock = regexp.MustCompile(`^(\d{1,3}:\d\d:\d\d)(?:[.:](\d{1,3}))?\d*$`)

// ttmlTime is a time as SubRip writes it; "" where it is written in another way.
func ttmlTime(s string) string {
	const digits = 3
	m := ttmlClock.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return ""
	}
	return m[1] + "." + (m[2] + "000")[:digits]
}
