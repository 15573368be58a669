package ingest

import "regexp"

// Chinese and Japanese pages put the paper and the writer into one line, each
// behind its word: "2023-03-14 16:20 来源：江湾日报 作者：陆文婷".

var (
	asianSource = regexp.MustCompile(`(?:来源|來源|出典|提供|稿源)\s*[：:]\s*([^\s\x{3000}|｜]{2,30})`)
	asianWriter = regexp.MustCompile(`(?:作者|记者|記者|文|執筆|기자)\s*[：:]\s*([^\s\x{3000}|｜]{2,20})`)
	// asianReporter has the word behind the name, or before it without a colon.
	asianReporter = regexp.MustCompile(`(?:^|[\s\x{3000}|｜])(?:记者|記者|기자명)[\s\x{3000}]+(\p{Han}{2,4}|\p{Hangul}{2,5})(?:$|[\s\x{3000}|｜])|(?:^|[\s\x{3000}|｜【])([\p{Han}\p{Hiragana}\p{Katakana}]{2,8})(?:記者|特派員|編集委員|論説委員)(?:$|[\s\x{3000}|｜】])|(?:^|[\s|])(\p{Hangul}{2,5}) ?(?:기자|특파원|논설위원)(?:$|[\s|])`)
)

// openingReporter is the writer in the words with which reports of Chinese papers
// open: "〔記者陸文婷／江灣報導〕", "江湾8月3日电（记者 陆文婷）".
var openingReporter = regexp.MustCompile(`^.{0,40}?(?:记者|記者)[\s\x{3000}]?(\p{Han}{2,4})(?:[\s\x{3000}/／、，,]\p{Han}{2,8}?)?(?:報導|报道|電|电)?[〕】）)／/]`)

// asianName is nothing but a name without a blank.
var asianName = regexp.MustCompile(`^(?:\p{Han}{2,4}|\p{Hangul}{2,4}|[\p{Han}\p{Hiragana}\p{Katakana}]{3,8})$`)

// asianCredits reads such a line; ok is false for any other.
func asianCredits(line string) (who meta, ok bool) {
	if m := asianSource.FindStringSubmatch(line); m != nil {
		who.outlet, ok = m[1], true
	}
	if m := asianWriter.FindStringSubmatch(line); m != nil {
		who.byline, ok = m[1], true
	}
	if m := asianReporter.FindStringSubmatch(line); m != nil && who.byline == "" && len(line) < longestCredits {
		who.byline, ok = orElse(m[1], orElse(m[2], m[3])), true
	}
	if ok {
		who.published = shownDate(line)
	}
	return who, ok
}
