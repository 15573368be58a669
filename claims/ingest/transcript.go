package ingest

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "srt", Endings: []string{"srt"}, detect: detectSRT, read: readSRT})
	register(Format{Name: "vtt", Endings: []string{"vtt"}, detect: detectVTT, read: readVTT})
}

var (
	timing    = regexp.MustCompile(`^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})`)
	firstCue  = regexp.MustCompile(`^\s*\d+\s*\r?\n\s*\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}\s*-->`)
	voice     = regexp.MustCompile(`(?i)<v(?:\.[\w.-]+)?\s+([^>]{1,80})>`)
	cueMarkup = regexp.MustCompile(`<[^>]{0,80}>|\{\\[^}]{0,40}\}`)
	label     = regexp.MustCompile(`^(?:-\s*)?(?:>>+\s*)?([\p{Lu}][\p{L}\p{N} .'’()-]{0,40}?)\s*:\s+(\S.*)$|^(?:-\s*)?\[([\p{Lu}][\p{L}\p{N} .'’-]{0,40})\]\s*:?\s*(\S.*)$`)
)

func detectSRT(name string, head []byte) int {
	head = bytes.TrimLeft(head, "\ufeff \r\n")
	if text, ok := decodeMarked(head); ok {
		head = []byte(text)
	}
	switch {
	case firstCue.Match(head):
		return certain
	case hasEnding(name, "srt") && bytes.Contains(head, []byte("-->")):
		return likely
	}
	return 0
}

func detectVTT(_ string, head []byte) int {
	if bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff"), []byte("WEBVTT")) {
		return certain
	}
	return 0
}

// blankFirst is a first line of a cue that has nothing but blanks, which does not
// end it.
var blankFirst = regexp.MustCompile(`(?m)(^.*-->.*\n) \n`)

// cue is a caption: what is shown at a time, in lines.
type cue struct {
	from, to time.Duration
	voice    string // the speaker that the cue's markup names
	lines    []string
}

func readSRT(j *job, name string, data []byte) ([]Item, error) {
	return readCues(j, name, "srt", data)
}

func readVTT(j *job, name string, data []byte) ([]Item, error) {
	return readCues(j, name, "vtt", data)
}

// readCues reads SubRip or WebVTT. The text has one paragraph for each turn of
// a speaker, "NAME: words", with the sentences joined over the cues.
func readCues(j *job, name, format string, data []byte) ([]Item, error) {
	src, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	head, cues := parseCues(clean(strings.ReplaceAll(src, "\r\n", "\n")))
	if err := j.over(name); err != nil {
		return nil, err
	}
	turns := turnsOf(cues)
	text, spans := transcript(turns)
	if strings.TrimSpace(text) == "" {
		return nil, claims.Refused(name, claims.Say("error.hasNoCaptions", "has no captions"))
	}
	item := newItem(meta{title: head}, format, text)
	item.Turns = spans
	if cutCaptions(src, cues) {
		item.Warnings = append(item.Warnings, endsEarly)
	}
	return []Item{item}, nil
}

// halfTiming is the beginning of a caption: its number, or a part of its times.
var halfTiming = regexp.MustCompile(`^\d+$|^[\d:.,]+(?:\s*(?:-+>?\s*[\d:.,]*))?$`)

// cutCaptions reports whether captions end within one: after its number or its
// times, or without a line end in the middle of a sentence.
func cutCaptions(src string, cues []cue) bool {
	line := src[strings.LastIndexByte(strings.TrimRight(src, "\r\n"), '\n')+1:]
	bare := strings.TrimSpace(line)
	if timing.MatchString(bare) || halfTiming.MatchString(bare) {
		return true
	}
	return len(cues) > 2 && !strings.HasSuffix(line, "\n") && !sentenceEnd.MatchString(cueMarkup.ReplaceAllString(bare, ""))
}

// parseCues gives the title in a WebVTT header, and the cues. Notes, styles
// and regions are left out.
func parseCues(src string) (head string, cues []cue) {
	if first, _, _ := strings.Cut(src, "\n"); strings.HasPrefix(first, "WEBVTT") {
		head = strings.Trim(strings.TrimPrefix(first, "WEBVTT"), " -–—\t")
	}
	if strings.Contains(src, "\n \n") {
		src = blankFirst.ReplaceAllString(src, "$1")
	}
	var last []string
	for _, part := range splitParagraphs(src) {
		lines := strings.Split(part, "\n")
		for len(lines) > 0 && !timing.MatchString(lines[0]) {
			lines = lines[1:] // number, identifier, NOTE, STYLE
		}
		if len(lines) < 2 {
			continue
		}
		m := timing.FindStringSubmatch(lines[0])
		c := cue{from: clock(m[1]), to: clock(m[2])}
		for _, l := range lines[1:] {
			if v := voice.FindStringSubmatch(l); v != nil && c.voice == "" {
				c.voice = strings.TrimSpace(v[1])
			}
			if l = strings.TrimSpace(html.UnescapeString(cueMarkup.ReplaceAllString(l, ""))); l != "" {
				c.lines = append(c.lines, l)
			}
		}
		shown := c.lines
		if c.lines = rolled(last, c.lines); c.to-c.from < glimpse && repeats(last, c.lines) {
			c.lines = nil
		}
		last = shown
		if len(c.lines) > 0 {
			cues = append(cues, c)
		}
	}
	return head, cues
}

// rolled leaves out the lines that live captions repeat from the cue before
// while they roll up.
func rolled(last, lines []string) []string {
	for n := min(len(last), len(lines)); n > 0; n-- {
		if strings.Join(last[len(last)-n:], "\n") == strings.Join(lines[:n], "\n") && (n < len(lines) || n == len(last)) {
			return lines[n:]
		}
	}
	return lines
}

// glimpse is shorter than anything that people read: programs that recognise
// speech show a line so long that is about to roll up.
const glimpse = 50 * time.Millisecond

// repeats reports whether lines are the last ones of the cue before.
func repeats(last, lines []string) bool {
	return len(lines) <= len(last) && slices.Equal(last[len(last)-len(lines):], lines)
}

func clock(s string) time.Duration {
	var total time.Duration
	s, fraction, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	for p := range strings.SplitSeq(s, ":") {
		n, _ := strconv.Atoi(p) // the pattern lets digits through alone
		total = total*60 + time.Duration(n)*time.Second
	}
	ms, _ := strconv.Atoi((fraction + "00")[:3])
	return total + time.Duration(ms)*time.Millisecond
}

// spoken is a turn before it is put into the text.
type spoken struct {
	name     string
	from, to time.Duration
	words    []string
}

// A pause this long after a sentence begins a new paragraph where nobody is
// named, and so does a sentence's end after this many bytes.
const (
	longPause = 1500 * time.Millisecond
	longTurn  = 900
)

// turnsOf deals the cues out to the speakers.
func turnsOf(cues []cue) []spoken {
	names, each := labelsOf(cues)
	var out []spoken
	size := 0
	begin := func(name string, c cue) {
		out = append(out, spoken{name: name, from: c.from, to: c.to})
		size = 0
	}
	for _, c := range cues {
		for i, line := range c.lines {
			name, words, changed := speaker(line, names)
			if i == 0 && c.voice != "" {
				name, changed = c.voice, len(out) == 0 || out[len(out)-1].name != c.voice
			}
			if each && changed && len(out) > 0 && out[len(out)-1].name == name {
				changed = false // every cue says who speaks, also where nobody else begins
			}
			if changed || len(out) == 0 {
				begin(name, c)
			} else if t := &out[len(out)-1]; t.name == "" && sentenceEnd.MatchString(t.words[len(t.words)-1]) && (c.from-t.to >= longPause || size > longTurn) {
				begin("", c)
			}
			t := &out[len(out)-1]
			t.words, t.to = append(t.words, words), c.to
			size += len(words)
		}
	}
	return out
}

// labelsOf lists the names that stand before a colon often enough, or marked
// enough, to be speakers. each tells that all cues begin with one.
func labelsOf(cues []cue) (names map[string]bool, each bool) {
	count := map[string]int{}
	labelled := 0
	for _, c := range cues {
		if len(c.lines) > 0 {
			if m := label.FindStringSubmatch(c.lines[0]); m != nil && isName(m[1]+m[3]) {
				labelled++
			}
		}
		for _, l := range c.lines {
			m := label.FindStringSubmatch(l)
			if m == nil {
				continue
			}
			name := m[1] + m[3]
			count[name]++
			if strings.ToUpper(name) == name || l[0] == '-' || l[0] == '>' || l[0] == '[' {
				count[name]++
			}
		}
	}
	const enough = 3 // cues
	each = labelled >= enough && labelled*10 >= len(cues)*9
	out := map[string]bool{}
	for name, n := range count {
		if (n >= 2 || each) && capitalised(name) && len(strings.Fields(name)) <= 5 {
			out[name] = true
		}
	}
	return out, each
}

func capitalised(name string) bool {
	for _, w := range strings.Fields(name) {
		if r := []rune(w)[0]; unicode.IsLower(r) && len(w) > 3 {
			return false
		}
	}
	return true
}

// speaker parts the name from the words of a line; changed tells that somebody
// else begins to speak.
func speaker(line string, names map[string]bool) (name, words string, changed bool) {
	if m := label.FindStringSubmatch(line); m != nil && names[m[1]+m[3]] {
		return m[1] + m[3], m[2] + m[4], true
	}
	if rest, ok := strings.CutPrefix(line, ">>"); ok {
		return "", strings.TrimLeft(rest, "> "), true
	}
	if rest, ok := strings.CutPrefix(line, "- "); ok {
		return "", rest, true
	}
	return "", line, false
}

// transcript writes the turns and notes where in the text they stand.
func transcript(turns []spoken) (string, []Turn) {
	var b strings.Builder
	var out []Turn
	for _, t := range turns {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if t.name != "" {
			b.WriteString(t.name + ": ")
		}
		start := b.Len()
		b.WriteString(strings.Join(strings.Fields(strings.Join(t.words, " ")), " "))
		out = append(out, Turn{Speaker: t.name, Words: claims.Span{Start: start, End: b.Len()}, From: t.from, To: t.to})
	}
	return b.String(), out
}
