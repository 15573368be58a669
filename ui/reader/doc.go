// Package reader is the widget that an article is read in: text of any length
// with coloured marks, selected by mouse and keyboard. It draws the visible
// lines only. It is made of Fyne alone and knows no statement: marks have an
// ID, a colour and a style, and the screen says what they stand for.
//
//	r := reader.New()
//	r.SetText(article.Text)
//	r.SetMarks([]reader.Mark{{Span: reader.Span{Start: 138, End: 324}, ID: "s1", Paint: reader.Speaker(0)}})
//	r.OnTapped = func(id string) { showStatement(id) }
//	r.OnSelected = func(s reader.Span) { offerStatement(s) }
//
// All offsets are bytes of the text, half-open, on character boundaries.
package reader
