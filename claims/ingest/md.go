package ingest

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "md", Endings: []string{"md", "markdown", "mkd", "mdown", "qmd", "rmd"}, detect: detectMarkdown, read: readMarkdown})
}

func detectMarkdown(name string, head []byte) int {
	if hasEnding(name, "md", "markdown", "mkd", "mdown", "qmd", "rmd") {
		return possible - 1
	}
	fenced := bytes.HasPrefix(head, []byte("---\n")) || bytes.HasPrefix(head, []byte("+++\n"))
	if fenced && bytes.Contains(head, []byte("title")) && !hasEnding(name, "txt") {
		return byName
	}
	return 0
}

// maxMarkdown bounds the text that is parsed: some nestings cost the parser
// time that grows with the square of their size.
const maxMarkdown = 8 << 20

// readMarkdown reads CommonMark with tables and footnotes.
func readMarkdown(_ *job, name string, data []byte) ([]Item, error) {
	src, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	f, rest := frontMatter(src)
	if len(rest) > maxMarkdown || deepMarkdown(rest) {
		return nil, claims.Refused(name, claims.Say("error.tooDeepMarkdown", "is too large or too deeply nested for Markdown"))
	}
	source := []byte(rest)
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote)).Parser().Parse(text.NewReader(source))
	return single(name, "md", fieldMeta(f), markdownBlocks(doc, source))
}

var deepQuote = regexp.MustCompile(`(?m)^(?:[ \t]*[>*+-]){40}|[\[(*_` + "`" + `]{500}`)

// maxBrackets bounds what the parser looks back over for every link.
const maxBrackets = 10_000

func deepMarkdown(s string) bool {
	return strings.Count(s, "[") > maxBrackets || strings.Count(s, "*")+strings.Count(s, "_") > 20*maxBrackets || deepQuote.MatchString(s)
}

// markdownBlocks lists the paragraphs of a document.
func markdownBlocks(doc ast.Node, source []byte) []block {
	var out []block
	add := func(r role, n ast.Node) {
		out = append(out, block{text: inlineText(n, source), role: r})
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error of its own
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			add(heading, n)
		case *ast.Paragraph, *ast.TextBlock:
			if f := footnoteOf(n); f {
				add(note, n)
			} else {
				add(body, n)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			var b strings.Builder
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(source))
			}
			out = append(out, block{text: b.String()})
		case *east.TableRow, *east.TableHeader:
			var cells []string
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				cells = append(cells, inlineText(c, source))
			}
			out = append(out, block{text: strings.Join(cells, " ")})
		default:
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	})
	return out
}

func footnoteOf(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == east.KindFootnote {
			return true
		}
	}
	return false
}

// inlineText is the text of a paragraph as a reader sees it: the words of
// links, nothing of images and markup.
func inlineText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error of its own
		switch n := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if !entering {
				break
			}
			b.Write(n.Segment.Value(source))
			switch {
			case n.HardLineBreak():
				b.WriteByte('\n')
			case n.SoftLineBreak() && fielded(b.String(), n, source):
				b.WriteByte('\n')
			case n.SoftLineBreak():
				b.WriteByte(' ')
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(source))
			}
		}
		return ast.WalkContinue, nil
	})
	return unescape(b.String())
}

// fielded reports whether a line and the next one are both fields with a name,
// which belong to different lines: "Author: Ana Ruiz".
func fielded(before string, n *ast.Text, source []byte) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	next, ok := n.NextSibling().(*ast.Text)
	return ok && namedField.MatchString(line) && namedField.Match(next.Segment.Value(source))
}

var namedField = regexp.MustCompile(`^\p{L}[\p{L} ]{2,20}:\s*\S`)

var backslash = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescape resolves backslash escapes and character references: the parser
// leaves them to its renderer.
func unescape(s string) string {
	return html.UnescapeString(backslash.ReplaceAllString(s, "$1"))
}
