package kit

import "fyne.io/fyne/v2/lang"

// phrases are the words that the kit itself says. The keys are those of the
// translation files; the English beside them is what is shown without one.
type phrases struct{}

var words phrases

func (phrases) selecting() string { return lang.X("kit.selecting", "Selecting rows") }
func (phrases) cancel() string    { return lang.X("kit.cancel", "Cancel") }
func (phrases) undo() string      { return lang.X("kit.undo", "Undo") }
func (phrases) close() string     { return lang.X("kit.close", "Close") }
func (phrases) details() string   { return lang.X("kit.details", "Details") }
func (phrases) copyText() string  { return lang.X("kit.copy", "Copy") }
func (phrases) search() string    { return lang.X("kit.search", "Search") }
func (phrases) shortcuts() string { return lang.X("kit.shortcuts", "Keyboard shortcuts") }
func (phrases) paletteHint() string {
	return lang.X("kit.paletteHint", "Type a command, a speaker or an article")
}

func (phrases) ctrl() string      { return lang.X("key.ctrl", "Ctrl") }
func (phrases) shift() string     { return lang.X("key.shift", "Shift") }
func (phrases) enter() string     { return lang.X("key.enter", "Enter") }
func (phrases) backspace() string { return lang.X("key.backspace", "Backspace") }

func (phrases) choose() string { return lang.X("kit.choose", "Choose…") }

func (phrases) nothingFound() string {
	return lang.X("kit.nothingFound", "Nothing fits these letters.")
}

func (phrases) internalFault() string {
	return lang.X("kit.internalFault", "An internal fault stopped this task.")
}

func (phrases) internalAdvice() string {
	return lang.X("kit.internalAdvice", "Nothing else was affected. Try again; if it happens again, copy the details and report them.")
}

func (phrases) open() string         { return lang.X("kit.open", "Open") }
func (phrases) save() string         { return lang.X("kit.save", "Save") }
func (phrases) chooseFolder() string { return lang.X("kit.chooseFolder", "Choose “%s”") }
func (phrases) fileName() string     { return lang.X("kit.fileName", "Name") }
func (phrases) fileChanged() string  { return lang.X("kit.fileChanged", "Changed") }
func (phrases) fileSize() string     { return lang.X("kit.fileSize", "Size") }
func (phrases) emptyFolder() string  { return lang.X("kit.emptyFolder", "This folder is empty.") }
func (phrases) noSuchFiles() string {
	return lang.X("kit.noSuchFiles", "No folders and no files ending in %s are here.")
}

func (phrases) noFolder() string {
	return lang.X("kit.noFolder", "This is a file. Choose the folder it is in.")
}
func (phrases) replaceTitle() string { return lang.X("kit.replaceTitle", "Replace the file?") }
func (phrases) replace() string      { return lang.X("kit.replace", "Replace") }
func (phrases) replaceFile() string {
	return lang.X("kit.replaceFile", "%s is there already. What it holds will be lost.")
}
