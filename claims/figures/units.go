package figures

import "strings"

// Kind is what a unit measures; only figures of one kind can be compared.
type Kind string

// The kinds.
const (
	Count    Kind = "count" // of people or things, and bare numbers
	Percent  Kind = "percent"
	Points   Kind = "percentage points"
	Money    Kind = "money"
	Length   Kind = "length"
	Area     Kind = "area"
	Mass     Kind = "mass"
	Volume   Kind = "volume"
	Power    Kind = "power"
	Energy   Kind = "energy"
	Duration Kind = "duration"
	Degrees  Kind = "temperature"
	Speed    Kind = "speed"
	Times    Kind = "times" // multiples: "doubled"
)

// Unit is a unit of measurement. Size is how many base units of the kind one
// is: metres, square metres, kilograms, litres, watts, watt-hours, days, metres
// a second.
type Unit struct {
	Kind Kind
	Name string // "km", "USD"; empty for a plain count
	Size float64
}

// hour is the length of an hour in seconds.
const hour = 3600

// names of the units with the words for each, in lower case.
var unitWords = makeUnitWords()

func makeUnitWords() map[string]Unit {
	out := map[string]Unit{}
	add := func(k Kind, name string, size float64, words string) {
		for w := range strings.FieldsSeq(words) {
			out[w] = Unit{k, name, size}
		}
	}
	add(Percent, "%", 1, "% percent percentage pct")
	add(Length, "m", 1, "metre metres meter meters m")
	add(Length, "km", 1000, "km kms kilometre kilometres kilometer kilometers")
	add(Length, "cm", 0.01, "cm centimetre centimetres centimeter centimeters")
	add(Length, "mm", 0.001, "mm millimetre millimetres millimeter millimeters")
	add(Length, "miles", 1609.344, "mile miles")
	add(Length, "feet", 0.3048, "foot feet ft")
	add(Length, "inches", 0.0254, "inch inches")
	add(Length, "yards", 0.9144, "yard yards")
	add(Speed, "km/h", 1000.0/hour, "kph kmh")
	add(Speed, "mph", 1609.344/hour, "mph")
	add(Speed, "knots", 1852.0/hour, "knot knots")
	add(Area, "hectares", 1e4, "hectare hectares ha")
	add(Area, "acres", 4046.8564224, "acre acres")
	add(Mass, "kg", 1, "kg kilo kilos kilogram kilograms kilogramme kilogrammes")
	add(Mass, "g", 0.001, "gram grams gramme grammes")
	add(Mass, "tonnes", 1000, "tonne tonnes")
	add(Mass, "tons", 907.18474, "ton tons")
	add(Mass, "lb", 0.45359237, "lb lbs")
	add(Volume, "litres", 1, "litre litres liter liters")
	add(Volume, "barrels", 158.987294928, "barrel barrels")
	add(Volume, "gallons", 3.785411784, "gallon gallons")
	add(Power, "kW", 1e3, "kw kilowatt kilowatts")
	add(Power, "MW", 1e6, "mw megawatt megawatts")
	add(Power, "GW", 1e9, "gw gigawatt gigawatts")
	add(Energy, "kWh", 1e3, "kwh")
	add(Energy, "MWh", 1e6, "mwh")
	add(Energy, "GWh", 1e9, "gwh")
	add(Energy, "TWh", 1e12, "twh")
	add(Duration, "days", 1, "day days")
	add(Duration, "weeks", 7, "week weeks")
	add(Duration, "months", 365.2425/12, "month months")
	add(Duration, "years", 365.2425, "year years")
	add(Duration, "hours", 1.0/24, "hour hours")
	add(Duration, "minutes", 1.0/1440, "minute minutes")
	add(Degrees, "degrees", 1, "degree degrees")
	add(Times, "times", 1, "times fold")
	for code, words := range map[string]string{
		"USD": "dollar dollars usd", "EUR": "euro euros eur", "GBP": "sterling gbp pound pounds", "JPY": "yen jpy", "CNY": "yuan renminbi cny",
		"RUB": "rouble roubles ruble rubles rub", "INR": "rupee rupees inr", "CHF": "franc francs chf", "crowns": "crown crowns krona kronor krone kroner",
		"pesos": "peso pesos", "USD cents": "cents",
	} {
		size := 1.0
		if code == "USD cents" {
			code, size = "USD", 0.01
		}
		add(Money, code, size, words)
	}
	return out
}

// signs are the currencies that stand before a number.
var signs = map[rune]string{'$': "USD", '€': "EUR", '£': "GBP", '¥': "JPY", '₹': "INR", '₽': "RUB"}

var signOf = map[string]string{"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "RUB": "₽"}

// format writes a value in this unit.
func (u Unit) format(v float64, of string) string {
	n := write(v)
	switch {
	case u.Kind == Percent:
		return n + "%"
	case u.Kind == Points:
		return n + " " + plural("point", v)
	case u.Kind == Money && signOf[u.Name] != "":
		return signOf[u.Name] + write(v*u.Size)
	case u.Name != "":
		return n + " " + u.Name
	case of != "":
		return n + " " + of
	}
	return n
}

// into gives the factor that turns a value of u into one of to, or why there
// is none.
func (u Unit) into(to Unit) (factor float64, why string) {
	share := func(k Kind) bool { return k == Percent || k == Points }
	switch {
	case share(u.Kind) && share(to.Kind) && u.Kind != to.Kind:
		return 0, "a percentage is not a number of percentage points"
	case u.Kind != to.Kind:
		return 0, "one is " + to.describe() + ", the other " + u.describe()
	case u.Kind == Money && u.Name != to.Name:
		return 0, "the currencies differ (" + to.Name + ", " + u.Name + ")"
	case u.Size == 0 || to.Size == 0:
		return 1, ""
	}
	return u.Size / to.Size, ""
}

func (u Unit) describe() string {
	switch u.Kind {
	case Count:
		return "a count"
	case Money:
		return "an amount of money"
	case Times:
		return "a multiple"
	case Percent:
		return "a percentage"
	case Points:
		return "a number of percentage points"
	case Area, Energy:
		return "an amount of " + string(u.Kind)
	case Length, Mass, Volume, Power, Duration, Degrees:
	}
	return "a " + string(u.Kind)
}
