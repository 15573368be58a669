package when

import "strings"

// monthNames gives the number of a month by its name or abbreviation in lower
// case, in English, German, French, Spanish, Italian, Portuguese and Dutch.
var monthNames = makeMonthNames()

func makeMonthNames() map[string]int {
	out := map[string]int{}
	for _, language := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jänner feber mrz apr mai jun jul aug sept okt nov dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"janv févr mars avr mai juin juil aout sept oct nov déc",
		"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"ene feb mar abr may jun jul ago setiembre oct nov dic",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari maart april mei juni juli augustus september oktober november december",
	} {
		for i, name := range strings.Fields(language) {
			out[name] = i + 1
		}
	}
	return out
}

// weekdayNames are stepped over: a date decides, not its weekday.
var weekdayNames = set(`sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed thu thur thurs fri sat
	sonntag montag dienstag mittwoch donnerstag freitag samstag sonnabend so mo di mi do fr sa
	dimanche lundi mardi mercredi jeudi vendredi samedi dim lun mar mer jeu ven sam
	domingo lunes martes miércoles jueves viernes sábado dom mié jue vie sáb
	domenica lunedì martedì mercoledì giovedì venerdì sabato
	segunda terça quarta quinta sexta feira zondag maandag dinsdag woensdag donderdag vrijdag zaterdag`)

// fillers stand around a date in bylines and metadata.
var fillers = set(`the of on at and published updated posted modified last first date dated created am pm a.m p.m noon midnight
	den der dem am um uhr vom veröffentlicht aktualisiert stand
	le la du de à mis jour publié modifié heures el del las los a publicado actualizado horas di il alle ore em às op om uur
	local time utc gmt`)
