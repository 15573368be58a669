package kit

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Command is something a person can do: an item of a menu, with its key, that
// the palette and the sheet of shortcuts list as well.
type Command struct {
	ID    string        // stable, such as "review.accept"
	Title string        // translated, as in the menu
	Menu  string        // the title of the menu it stands in
	Icon  fyne.Resource // may be nil
	// Key is the shortcut with a modifier, handled by the menu wherever the
	// keyboard is.
	Key *desktop.CustomShortcut
	// Letter is a bare key for screens that are worked with single keys. The
	// menu shows it; the screen handles it with Commands.Typed.
	Letter rune
	// Scope says on which screen the command makes sense; "" is everywhere.
	Scope string
	// InDialog says that the key works while a dialog lies over the window.
	InDialog bool
	Do       func()
	// Items makes this an entry with a menu of its own, such as the places
	// opened last. It is asked whenever the menus are made.
	Items func() []*fyne.MenuItem
	// Enabled tells whether it can be done now; nil means always.
	Enabled func() bool
}

// Ctrl is a shortcut with Ctrl, or with Command on a Mac.
func Ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// CtrlShift is a shortcut with Ctrl and Shift.
func CtrlShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// Alt is a shortcut with Alt.
func Alt(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// Commands is the registry from which the menu, the palette and the sheet of
// shortcuts are made, so that none of them can know a command that the others
// do not.
type Commands struct {
	// Canvas is that of the window; nil in tests of what needs none.
	Canvas fyne.Canvas
	// Install puts the menus into the window; nil in tests of what needs none.
	Install func(*fyne.MainMenu)
	list    []*Command
	scope   string
	shown   string // what the installed menus say
}

// Add registers commands in the order of the menus.
func (c *Commands) Add(commands ...*Command) { c.list = append(c.list, commands...) }

// SetScope tells which screen is open.
func (c *Commands) SetScope(scope string) { c.scope = scope }

// All lists the commands in order.
func (c *Commands) All() []*Command { return c.list }

// Find gives a command by its ID, nil where there is none.
func (c *Commands) Find(id string) *Command {
	for _, cmd := range c.list {
		if cmd.ID == id {
			return cmd
		}
	}
	return nil
}

// Available reports whether a command makes sense on the open screen now.
func (c *Commands) Available(cmd *Command) bool {
	return (cmd.Scope == "" || cmd.Scope == c.scope) && (cmd.Enabled == nil || cmd.Enabled())
}

// Run does a command if it is available and reports whether it was.
func (c *Commands) Run(cmd *Command) bool {
	if !c.Available(cmd) || cmd.Do == nil || (InDialog(c.Canvas) && !cmd.InDialog) {
		return false
	}
	cmd.Do()
	return true
}

// Typed does the command of the open screen that a letter stands for, upper
// or lower case. It fits the OnRune of tables, lists and readers, which have
// the keyboard most of the time; the window hands it the letters that nobody
// else takes (Canvas.SetOnTypedRune).
func (c *Commands) Typed(letter rune) bool {
	for _, cmd := range c.list {
		if cmd.Letter != 0 && strings.EqualFold(string(cmd.Letter), string(letter)) && c.Run(cmd) {
			return true
		}
	}
	return false
}

// MainMenu builds the menus in the order in which their first commands were
// added. Call it again after a change of scope, so that what cannot be done is
// grey.
func (c *Commands) MainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	byTitle := map[string]*fyne.Menu{}
	for _, cmd := range c.list {
		menu := byTitle[cmd.Menu]
		if menu == nil {
			menu = fyne.NewMenu(cmd.Menu)
			byTitle[cmd.Menu] = menu
			menus = append(menus, menu)
		}
		menu.Items = append(menu.Items, c.item(cmd))
	}
	return fyne.NewMainMenu(menus...)
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
	if cmd.Key == nil && cmd.Letter != 0 {
		title += "  (" + strings.ToUpper(string(cmd.Letter)) + ")"
	}
	item := fyne.NewMenuItemWithIcon(title, cmd.Icon, func() {
		if !c.toField(cmd.Key) {
			c.Run(cmd)
		}
	})
	if cmd.Key != nil && (cmd.Scope == "" || cmd.Scope == c.scope) {
		item.Shortcut = asTyped(cmd.Key) // one of another screen would take the key away from this one's
	}
	item.Disabled = !c.Available(cmd)
	if cmd.Items != nil {
		items := cmd.Items()
		item.Action, item.Disabled = nil, len(items) == 0
		item.ChildMenu = fyne.NewMenu("", items...)
	}
	return item
}

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

// KeyText is the key of a command as a person reads it: "Ctrl+Shift+Z", "A",
// or "".
func (cmd *Command) KeyText() string {
	if cmd.Key == nil {
		if cmd.Letter == 0 {
			return ""
		}
		return strings.ToUpper(string(cmd.Letter))
	}
	var out strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
		{fyne.KeyModifierSuper, "⌘"},
	} {
		if cmd.Key.Modifier&m.mod != 0 {
			out.WriteString(m.name)
		}
	}
	out.WriteString(string(cmd.Key.KeyName))
	return out.String()
}
