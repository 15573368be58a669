package kit

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MainMenu builds the menus in the order in which their first commands were
// added, with a line between those of different kinds. Call it again after a
// change of scope, so that what cannot be done is grey.
func (c *Commands) MainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	byTitle := map[string]*fyne.Menu{}
	kinds := map[string]string{}
	for _, cmd := range c.shownOnce() {
		menu := byTitle[cmd.Menu]
		if menu == nil {
			menu = fyne.NewMenu(cmd.Menu)
			byTitle[cmd.Menu] = menu
			menus = append(menus, menu)
		}
		kind, _, _ := strings.Cut(cmd.ID, ".")
		if len(menu.Items) > 0 && kind != kinds[cmd.Menu] {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		kinds[cmd.Menu] = kind
		menu.Items = append(menu.Items, c.item(cmd))
	}
	for _, menu := range menus {
		evenOut(menu.Items)
	}
	return fyne.NewMainMenu(menus...)
}

// shownOnce lists the commands without those that another one of the same menu
// and words stands for: that of the open screen, or the first.
func (c *Commands) shownOnce() []*Command {
	type words struct {
		menu, title string
		key         string
	}
	stands := map[words]*Command{}
	for _, cmd := range c.list {
		w := words{cmd.Menu, cmd.Title, cmd.KeyText()}
		if stands[w] == nil || cmd.Scope == c.scope {
			stands[w] = cmd
		}
	}
	var out []*Command
	for _, cmd := range c.list {
		if stands[words{cmd.Menu, cmd.Title, cmd.KeyText()}] == cmd {
			out = append(out, cmd)
		}
	}
	return out
}

// evenOut gives the entries without an icon an empty one where others have one:
// all words begin below each other.
func evenOut(items []*fyne.MenuItem) {
	if !slices.ContainsFunc(items, func(i *fyne.MenuItem) bool { return i.Icon != nil }) {
		return
	}
	for _, i := range items {
		if i.Icon == nil && !i.IsSeparator {
			i.Icon = look.Icon(look.IconNone)
		}
	}
}

// Refresh makes the menus anew where they would say something else: call it
// after whatever makes a command possible or impossible.
func (c *Commands) Refresh() {
	if c.Install == nil {
		return
	}
	menu := c.MainMenu()
	if says := wording(menu); says != c.shown {
		c.shown = says
		c.Install(menu)
	}
}

// wording is all that a person sees of the menus.
func wording(m *fyne.MainMenu) string {
	var out strings.Builder
	var add func(items []*fyne.MenuItem)
	add = func(items []*fyne.MenuItem) {
		for _, i := range items {
			fmt.Fprintln(&out, i.Label, i.Disabled, i.Shortcut != nil)
			if i.ChildMenu != nil {
				add(i.ChildMenu.Items)
			}
		}
	}
	for _, menu := range m.Items {
		fmt.Fprintln(&out, menu.Label)
		add(menu.Items)
	}
	return out.String()
}

func (c *Commands) item(cmd *Command) *fyne.MenuItem {
	title := cmd.Title
	if key := cmd.KeyText(); key != "" && (cmd.Key == nil || !nativeMenus) {
		title += "  (" + key + ")"
	}
	item := fyne.NewMenuItemWithIcon(title, cmd.Icon, func() {
		if !c.toField(cmd.Key) {
			c.Run(cmd)
		}
	})
	if cmd.Key != nil && (cmd.Scope == "" || cmd.Scope == c.scope) {
		item.Shortcut = asTyped(cmd.Key) // one of another screen would take the key away from this one's
		if !nativeMenus {
			item.Shortcut = unwritten{item.Shortcut}
		}
	}
	item.Disabled, item.IsQuit = !c.Available(cmd), cmd.Quit
	if cmd.Items != nil {
		items := cmd.Items()
		item.Action, item.Disabled = nil, len(items) == 0
		item.ChildMenu = fyne.NewMenu("", items...)
	}
	return item
}

// nativeMenus says that the system draws the menus, keys included.
const nativeMenus = runtime.GOOS == "darwin"

// unwritten is a shortcut that Fyne does not write into the menu: it would do so
// in a fifth of the text's strength, which few can read. The words say it.
type unwritten struct{ fyne.Shortcut }

// asTyped is the shortcut that the driver makes of some keys before the menu
// sees them.
func asTyped(key *desktop.CustomShortcut) fyne.Shortcut {
	if key.Modifier == fyne.KeyModifierShortcutDefault {
		switch key.KeyName {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
		}
	}
	return key
}

// toField hands undo, redo, paste and select-all to the text field that has the
// keyboard, since the menu sees every key first, and reports whether it did.
func (c *Commands) toField(key *desktop.CustomShortcut) bool {
	if key == nil || c.Canvas == nil {
		return false
	}
	field, ok := c.Canvas.Focused().(interface {
		fyne.Shortcutable
		SetText(string)
	})
	if !ok {
		return false
	}
	shortcut := asTyped(key)
	if *key == *CtrlShift(fyne.KeyZ) {
		shortcut = &fyne.ShortcutRedo{}
	}
	if shortcut == fyne.Shortcut(key) {
		return false
	}
	field.TypedShortcut(shortcut)
	return true
}
