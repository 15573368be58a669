package kit

import (
	"testing"

	"fyne.io/fyne/v2/theme"

	"onrecord/ui/kit/kittest"
)

// TestAMenuSaysAThingOnce has the same command on two screens: the menu shows
// the one of the open screen, below a line, and all words begin below each other.
func TestAMenuSaysAThingOnce(t *testing.T) {
	kittest.App(t)
	c := &Commands{}
	for _, screen := range []string{"article", "review"} {
		c.Add(&Command{ID: screen + ".accept", Title: "Accept", Menu: "Statement", Letter: 'a', Scope: screen})
	}
	c.Add(&Command{ID: "help.keys", Title: "Keys", Menu: "Statement", Icon: theme.HelpIcon()})
	c.SetScope("review")
	items := c.MainMenu().Items[0].Items
	if len(items) != 3 || items[0].Disabled || !items[1].IsSeparator {
		t.Fatalf("the menu has %d entries, the first grey: %v", len(items), items[0].Disabled)
	}
	if items[0].Icon == nil {
		t.Error("the words of an entry without an icon begin further left")
	}
}
