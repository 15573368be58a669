package kit

import (
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
	// Quit marks the command that ends the program, for the system's menus.
	Quit bool
	Do   func()
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

// AltShift is a shortcut with Alt and Shift.
func AltShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
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
		{fyne.KeyModifierControl, words.ctrl() + "+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, words.shift() + "+"},
		{fyne.KeyModifierSuper, "⌘"},
	} {
		if cmd.Key.Modifier&m.mod != 0 {
			out.WriteString(m.name)
		}
	}
	out.WriteString(keyWord(cmd.Key.KeyName))
	return out.String()
}

// keyWord is what stands on a key, in the language of the window.
func keyWord(key fyne.KeyName) string {
	switch key {
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyReturn, fyne.KeyEnter:
		return words.enter()
	case fyne.KeyBackspace:
		return words.backspace()
	}
	return string(key)
}
