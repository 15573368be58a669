// Command onrecord-cli does everything that the desktop app does to an
// archive, for batches, scripts and tests. It is pure Go and needs no display.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"onrecord/claims"
	"onrecord/claims/report"
)

// version is set by the build.
var version = "dev"

// Exit codes, fixed: scripts rely on them.
const (
	exitDone    = 0
	exitPartly  = 1 // some inputs could not be read; each is named with its reason
	exitUsage   = 2
	exitArchive = 3 // the archive cannot be used
)

// errPartly ends a command that did what it could; the reasons are on standard
// error already.
var errPartly = errors.New("done in part")

// cli is the command line: one field a command.
type cli struct {
	Archive string `help:"Archive file. Without it onrecord/archive.db under your data directory." placeholder:"FILE" env:"ONRECORD_ARCHIVE" type:"path"`
	Who     string `help:"Name for the journal." env:"ONRECORD_WHO" placeholder:"NAME"`

	Read    readCmd    `cmd:"" help:"Show what a file's reader makes of it. No archive is touched."`
	Extract extractCmd `cmd:"" help:"Print the statements of each file. No archive is touched."`
	Explain explainCmd `cmd:"" help:"Print the stages of the extraction, for people."`
	Assess  assessCmd  `cmd:"" help:"Read {\"id\",\"text\",\"said_on\"?} lines; print class, check-worthiness and due date of each."`

	Import    importCmd    `cmd:"" help:"Read files and folders into the archive."`
	Load      loadCmd      `cmd:"" help:"Read the open archive format (JSON Lines) into the archive."`
	Dump      dumpCmd      `cmd:"" help:"Write the archive in the open format (JSON Lines)."`
	Article   articleCmd   `cmd:"" help:"Articles."`
	Statement statementCmd `cmd:"" help:"Statements."`
	Review    reviewCmd    `cmd:"" help:"Statements that wait for a person: queue, decisions on many, rules, reading again."`
	Speaker   speakerCmd   `cmd:"" help:"Speakers."`
	Claim     claimCmd     `cmd:"" help:"Claims and verdicts."`
	Scale     scaleCmd     `cmd:"" help:"The scales that claims are judged on."`
	Outcome   outcomeCmd   `cmd:"" help:"Outcomes, evidence and links."`
	Suggest   suggestCmd   `cmd:"" help:"Propose outcomes of claims, repeats of claims, and speakers that are the same, with the words that match."`
	Search    searchCmd    `cmd:"" help:"Find a half-remembered quotation."`
	Saved     savedCmd     `cmd:"" help:"Saved searches, and what is new in them."`
	Report    reportCmd    `cmd:"" help:"Write a report."`
	Undo      undoCmd      `cmd:"" help:"Take back the latest change."`
	Redo      redoCmd      `cmd:"" help:"Bring back what was undone last."`
	Journal   journalCmd   `cmd:"" help:"Who did what when."`
	Sample    sampleCmd    `cmd:"" help:"Add or remove the sample archive."`
	Verify    verifyCmd    `cmd:"" help:"Check the whole archive."`
	Backup    backupCmd    `cmd:"" help:"Write a checked copy of the archive."`
	Restore   restoreCmd   `cmd:"" help:"Replace the archive by a backup; shows first what would change."`
	Salvage   salvageCmd   `cmd:"" help:"Save what is whole of a damaged archive into a new one."`
	Trash     trashCmd     `cmd:"" help:"What was deleted."`
	Reindex   reindexCmd   `cmd:"" help:"Drop the indexes of the archive and of the search, and build them again."`
	Stats     statsCmd     `cmd:"" help:"Counts of the archive."`
	Tour      tourCmd      `cmd:"" help:"Walk through the sample articles in the terminal, from article to verdict."`
	Version   versionCmd   `cmd:"" help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with its surroundings as arguments, for the tests.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	slog.SetDefault(slog.New(slog.NewTextHandler(errs, &slog.HandlerOptions{Level: slog.LevelWarn})))
	var c cli
	exited := -1
	parser, err := kong.New(&c, kong.Name("onrecord-cli"), kong.Description("Who said what, and what came of it."),
		kong.Vars{"formats": formatNames()}, kong.Writers(out, errs), kong.BindTo(ctx, (*context.Context)(nil)), kong.Exit(func(code int) { exited = code }))
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitUsage
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help
		return exited
	}
	if err != nil {
		fmt.Fprintf(errs, "onrecord-cli: %v\nTry %s --help.\n", err, meant(err))
		return exitUsage
	}
	a := &app{cli: &c, in: in, out: newOutput(out), errs: errs}
	err = a.advise(ctx, parsed.Run(a))
	if ferr := a.out.Flush(); err == nil {
		err = ferr
	}
	if cerr := a.close(); err == nil {
		err = cerr
	}
	return conclude(errs, err)
}

// meant is the command that a mistake was made in, as far as it was written.
func meant(err error) string {
	var mistake *kong.ParseError
	if errors.As(err, &mistake) && mistake.Context.Selected() != nil {
		return mistake.Context.Selected().FullPath()
	}
	return "onrecord-cli"
}

// conclude prints an error as a sentence and gives its exit code.
func conclude(errs io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errPartly) {
		return exitPartly
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(errs, "onrecord-cli: cancelled; what was reported as done is in the archive")
		return exitPartly
	}
	fmt.Fprintf(errs, "onrecord-cli: %v\n", err)
	switch claims.CodeOf(err) {
	case claims.CodeInvalid, claims.CodeNotFound, claims.CodeConflict:
		return exitUsage
	case claims.CodeRefused:
		return exitPartly
	}
	return exitArchive
}

// formatNames lists the formats of reports.
func formatNames() string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(a *app) error {
	return a.out.line("onrecord-cli " + version)
}
