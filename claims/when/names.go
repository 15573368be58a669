package when

import "strings"

// monthNames gives the number of a month by its name or abbreviation in lower
// case, in English, German, French, Spanish, Italian, Portuguese, Dutch, Catalan
// and the other languages in which the datelines of articles are often written.
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
		"gen feb mar apr mag giu lug ago set ott nov dic",
		"jan fev mar abr mai jun jul ago set out nov dez",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"jan febr mrt apr mei jun jul aug sept okt nov dec",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"januar februar marts april maj juni juli august september oktober november desember",
		"jan feb mär apr mai jun jul aug sep okt nov des",
		"gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"ledna února března dubna května června července srpna září října listopadu prosince",
		"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
		"január február március április május június július augusztus szeptember október november december",
		"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
		"januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
		"januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
		"januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
		"jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
		"januari februari maret april mei juni juli agustus september oktober november desember",
		"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
		"ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"януари февруари март април май юни юли август септември октомври ноември декември",
		"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		"ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
		"בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
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
	måndag mandag tisdag tirsdag onsdag torsdag fredag lördag lørdag söndag søndag man tis tir ons tor fre lör lør sön søn
	poniedziałek wtorek środa czwartek piątek sobota niedziela
	segunda terça quarta quinta sexta feira zondag maandag dinsdag woensdag donderdag vrijdag zaterdag`)

// fillers stand around a date in bylines and metadata.
var fillers = set(`the of on at and published updated posted modified last first date dated created am pm a.m p.m noon midnight
	den der dem am um uhr vom veröffentlicht aktualisiert stand
	le la du de à mis jour publié modifié heures el del las los a publicado actualizado horas di il alle ore em às op om uur
	kl klo klokken publicerad publisert offentliggjort udgivet uppdaterad oppdatert opdateret gepubliceerd geplaatst bijgewerkt laatste update pubblicato aggiornato publicada atualizado atualizada
	sist senast últ última actualización erstellt erschienen paru r g roku local time utc gmt`)
