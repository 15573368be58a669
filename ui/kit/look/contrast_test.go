package look

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

var sides = map[string]palette{"light": light, "dark": dark}

// pairs are the words and grounds that meet on a screen.
func pairs() [][2]fyne.ThemeColorName {
	out := [][2]fyne.ThemeColorName{
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
		{theme.ColorNameForeground, ColorMatch},
		{theme.ColorNameForeground, ColorMatchHere},
	}
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameHeaderBackground,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, ColorPaper, ColorRail,
	}
	inks := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, ColorDim, theme.ColorNamePrimary,
		theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameSuccess, theme.ColorNameWarning,
	}
	for _, ground := range grounds {
		for _, ink := range inks {
			out = append(out, [2]fyne.ThemeColorName{ink, ground})
		}
	}
	for i := range Speakers {
		out = append(out,
			[2]fyne.ThemeColorName{theme.ColorNameForeground, SpeakerFill(i)},
			[2]fyne.ThemeColorName{SpeakerLine(i), ColorPaper})
	}
	for tone := range tones {
		out = append(out,
			[2]fyne.ThemeColorName{tone.Ink(), tone.Fill()},
			[2]fyne.ThemeColorName{tone.Ink(), theme.ColorNameBackground},
			[2]fyne.ThemeColorName{theme.ColorNameForeground, tone.Fill()})
	}
	return out
}

func TestWordsAreReadableOnEveryGround(t *testing.T) {
	const least = 4.5 // WCAG 2.2, success criterion 1.4.3
	for side, p := range sides {
		for _, pair := range pairs() {
			if got := contrast(p[pair[0]], p[pair[1]]); got < least {
				t.Errorf("%s: %s on %s has a contrast of %.2f", side, pair[0], pair[1], got)
			}
		}
	}
}

func TestFieldsStandOutFromThePage(t *testing.T) {
	const least = 3 // WCAG 2.2, success criterion 1.4.11
	for side, p := range sides {
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground} {
			if got := contrast(p[theme.ColorNameInputBorder], p[ground]); got < least {
				t.Errorf("%s: the frame of a field on %s has a contrast of %.2f", side, ground, got)
			}
		}
	}
}

func TestSelectedTextStaysReadable(t *testing.T) {
	for side, p := range sides {
		grounds := []fyne.ThemeColorName{theme.ColorNameBackground, ColorPaper}
		for i := range Speakers {
			grounds = append(grounds, SpeakerFill(i))
		}
		for _, ground := range grounds {
			over := blend(p[theme.ColorNameSelection], p[ground])
			if got := contrast(p[theme.ColorNameForeground], over); got < 3 {
				t.Errorf("%s: selected words on %s have a contrast of %.2f", side, ground, got)
			}
		}
	}
}

func TestMarksInChartsStandOut(t *testing.T) {
	const least = 2.2 // bars carry labels, so they may be softer than the 3 of criterion 1.4.11
	for side, p := range sides {
		for tone := range tones {
			if got := contrast(p[tone.Bar()], p[theme.ColorNameBackground]); got < least {
				t.Errorf("%s: the bar of %s has a contrast of %.2f", side, toneNames[tone], got)
			}
		}
		if got := contrast(p[ColorRing], p[theme.ColorNameBackground]); got < 3 {
			t.Errorf("%s: the focus ring has a contrast of %.2f", side, got)
		}
	}
}

// deficiencies are the matrices for linear RGB at full severity of Machado,
// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency" (2009).
var deficiencies = map[string][3][3]float64{
	"full vision":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func TestSpeakersAreToldApartByEveryEye(t *testing.T) {
	const least = 10 // CIE 1976; about 2.3 is just noticeable side by side
	for side, p := range sides {
		for eye, matrix := range deficiencies {
			for i := range Speakers {
				for k := range i {
					a, b := seen(matrix, p[SpeakerFill(i)]), seen(matrix, p[SpeakerFill(k)])
					if got := math.Sqrt(sq(a[0]-b[0]) + sq(a[1]-b[1]) + sq(a[2]-b[2])); got < least {
						t.Errorf("%s, %s: speakers %d and %d differ by %.1f", side, eye, i, k, got)
					}
				}
			}
		}
	}
}

func TestBothSidesHaveTheSameColours(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("%s has no dark side", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d light colours and %d dark ones", len(light), len(dark))
	}
}

func TestTheModeDecidesTheSide(t *testing.T) {
	cases := []struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    palette
	}{
		{System, theme.VariantLight, light},
		{System, theme.VariantDark, dark},
		{Light, theme.VariantDark, light},
		{Dark, theme.VariantLight, dark},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.mode, c.variant), func(t *testing.T) {
			got := New(c.mode, 100).Color(theme.ColorNameBackground, c.variant)
			if got != c.want[theme.ColorNameBackground] {
				t.Errorf("got %v", got)
			}
		})
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(linear(a)), luminance(linear(b))
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func linear(c color.Color) [3]float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	var out [3]float64
	for i, v := range []uint8{n.R, n.G, n.B} {
		x := float64(v) / 255
		if x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

func blend(over, ground color.Color) color.Color {
	o, g := color.NRGBAModel.Convert(over).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	a := float64(o.A) / 255
	mix := func(x, y uint8) uint8 { return uint8(a*float64(x) + (1-a)*float64(y)) }
	return color.NRGBA{mix(o.R, g.R), mix(o.G, g.G), mix(o.B, g.B), 255}
}

// seen is a colour in CIE L*a*b* after the eye of the matrix has lost its part.
func seen(m [3][3]float64, c color.Color) [3]float64 {
	in := linear(c)
	var l [3]float64
	for i := range 3 {
		l[i] = min(max(m[i][0]*in[0]+m[i][1]*in[1]+m[i][2]*in[2], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x := f((0.4124*l[0] + 0.3576*l[1] + 0.1805*l[2]) / 0.9505)
	y := f(0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2])
	z := f((0.0193*l[0] + 0.1192*l[1] + 0.9505*l[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func sq(x float64) float64 { return x * x }
