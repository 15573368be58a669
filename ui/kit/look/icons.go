package look

import (
	"embed"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

//go:embed icons/*.svg
var iconFiles embed.FS

// IconName names an icon of ours.
type IconName string

// The icons. Fyne's own cover the rest (theme.SearchIcon and the like).
const (
	IconLibrary   IconName = "library"
	IconArticle   IconName = "article"
	IconReview    IconName = "review"
	IconClaim     IconName = "claim"
	IconDue       IconName = "due"
	IconSpeaker   IconName = "speaker"
	IconTimeline  IconName = "timeline"
	IconScorecard IconName = "scorecard"
	IconReport    IconName = "report"
	IconQuote     IconName = "quote"
	IconOutcome   IconName = "outcome"
	IconVerdict   IconName = "verdict"
	IconEvidence  IconName = "evidence"
	IconReply     IconName = "reply"
	IconTag       IconName = "tag"
	IconImport    IconName = "import"
	IconFilter    IconName = "filter"
	IconSnooze    IconName = "snooze"
	IconTrash     IconName = "trash"
	IconUnsure    IconName = "unsure"
	IconKeyboard  IconName = "keyboard"
	IconArchive   IconName = "archive"

	IconNone IconName = "none" // holds the place of an icon
)

var iconNames = []IconName{
	IconLibrary, IconArticle, IconReview, IconClaim, IconDue, IconSpeaker, IconTimeline, IconScorecard,
	IconReport, IconQuote, IconOutcome, IconVerdict, IconEvidence, IconReply, IconTag, IconImport,
	IconFilter, IconSnooze, IconTrash, IconUnsure, IconKeyboard, IconArchive,
}

var icons = loadIcons()

func loadIcons() map[IconName]*theme.ThemedResource {
	out := make(map[IconName]*theme.ThemedResource, len(iconNames)+1)
	for _, name := range append(slices.Clone(iconNames), IconNone) {
		file := string(name) + ".svg"
		data, err := iconFiles.ReadFile("icons/" + file)
		if err != nil {
			panic(err) // the file is compiled in, so this is a slip in the list above
		}
		out[name] = theme.NewThemedResource(fyne.NewStaticResource("onrecord-"+file, data))
	}
	return out
}

// Icon gives an icon in the colour of the text.
func Icon(name IconName) fyne.Resource { return icons[name] }
