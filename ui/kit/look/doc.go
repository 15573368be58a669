// Package look is how Onrecord looks: a theme on top of Fyne's with a light
// and a dark side, the type scale, the colours of speakers and of verdicts,
// and the icons that Fyne lacks. It knows no claim; what a colour stands for
// is decided by the screens.
//
//	app.Settings().SetTheme(look.New(look.System, 100))
//	icon := widget.NewIcon(look.Icon(look.IconReview))
//	fill := theme.Color(look.SpeakerFill(3))
package look
