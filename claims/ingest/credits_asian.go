package ingest

import "regexp"

// Chinese and Japanese pages put the paper and the writer into one line, each
// behind its word: "2023-03-14 16:20 来源：江湾日报 作者：陆文婷".

var (
	asianSource = regexp.MustCompile(`(?:来源|來源|出典|提供|稿源)\s*[：:]\s*([^\s\x{3000}|｜]{2,30})`)
	asianWriter = regexp.MustCompile(`(?:作者|记者|記者|文|執筆|기자)\s*[：:]\s*([^\s\x{3000}|｜]{2,20})`)
)

// asianCredits reads such a line; ok is false for any other.
func asianCredits(line string) (who meta, ok bool) {
	if m := asianSource.FindStringSubmatch(line); m != nil {
		who.outlet, ok = m[1], true
	}
	if m := asianWriter.FindStringSubmatch(line); m != nil {
		who.byline, ok = m[1], true
	}
	if ok {
		who.published = shownDate(line)
	}
	return who, ok
}
