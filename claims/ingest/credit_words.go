package ingest

import (
	"regexp"
	"strings"
)

// The words that stand around names and dates in the languages that articles
// come in, all in this file: a further language is added here.

// bylineStart is a word that a name follows. Nouns need a colon: "Text: Ana
// Ruiz" is a byline, "Text Ana Ruiz tomorrow" is not.
var bylineStart = regexp.MustCompile(`(?i)^\s*(?:(?:` + bylinePrepositions + `|` + bylinePhrases + `|` + bylineOfOurs + `)(?:\s*:\s*|\s+)|(?:` + bylineNouns + `)\s*:\s*|(?:` + bylineArabic + `)\s*[:：–-]?\s*)(\S.*)$`)

const (
	bylinePrepositions = `by|written by|posted by|submitted by|contributed by|words by|reported by|reporting by|report by|story by|text by|von|par|por|door|di|af|av|door|from the desk of|author|authors|byline|(?-i:de)|מאת`
	// bylineOfOurs names a job before the writer: "From our correspondent Ana Ruiz".
	bylineOfOurs  = `(?:from|vom|de|del|da|dal|dalla|do|van|från|fra|od|от) (?:our|unser(?:e[mnrs]?)?|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[aoie]|onze|vår[at]?|vores|naš\p{L}{0,4}|nasz\p{L}{0,4}|наш\p{L}{0,3})`
	bylinePhrases = `interview by|interview von|entrevista de|entretien (?:réalisé )?par|propos recueillis par|rozmawiał[aio]?|γράφει (?:ο|η)|` +
		`(?:(?:an?|ein|eine|une?|una|uma?|en|ett|et|un['’])\s*)?(?:article|texte?|texto|reportage|récit|enquête|artículo|artigo|reportaje|reportagem|artikel|bericht|analyse|analysis|análisis|análise|kommentar|kolumne|gastbeitrag|essay|articolo|analisi|interview|intervista)\s+(?:rédigé |écrit |proposé |publié |escrito |geschrieben |verfasst |scritto )?(?:de|par|por|von|di|door|av|af)|` +
		`(?:geschrieben|verfasst|veröffentlicht|eingereicht|gespeichert|erstellt|eingestellt) von|(?:écrit|rédigé|publié|proposé|soumis|posté) par|(?:escrito|redactado|publicado|enviado|texto) por|(?:scritto|pubblicato|testo) (?:da|di)|a cura di|geschreven door|skrevet a[fv]|skriven av|opracował[aio]?|napsal[aio]?|připravil[aio]?`
	bylineNouns = `texte?s?|textos?|words|autor(?:in|a|ka)?|autor/in|auteure?|autrice|redacción|redaktion|redaktor(?:ka)?|автор|корреспондент|autoři|autori|autorius|avtor|аутор|piše|пише|napisa(?:o|la)|penulis|reporter|oleh|laporan|tác giả|haber|yazan|muhabir|szerző|írta|készítette|teksti|kirjoittaja|toimittaja|tekst|testo|autorzy|oprac\.|συντάκτης|κείμενο|ρεπορτάζ|текст|підготувал[аи]|הכתב|` +
		`(?:text|texte|texto|testo|tekst|bild|foto|fotos|photos|fotografie) (?:und|et|y|e|og|och|en|a|i|&) (?:text|texte|texto|testo|tekst|bild(?:er)?|fotos?|photos|fotografías|foto's)|foto a text`
	bylineArabic = `(?:كتبت?|بقلم|إعداد|تقرير)(?:[\s:]|$)`
)

// ourWriter is a line that names a job of the desk before the writer.
var ourWriter = regexp.MustCompile(`(?i)^\s*(?:` + bylineOfOurs + `|(?:by|von|par|por|door|av|af) (?:our|unser(?:e[mnrs]?)?|notre|nos|nuestr[oa]s?|noss[oa]s?|onze|vår[at]?|vores))\s`)

// initials are those of a desk beside a name: "cvt/ats", "oprac. mk".
var initials = regexp.MustCompile(`^\(?(?:(?:oprac|red|opr)\. ?)?\p{Ll}{2,4}(?:/\p{L}{2,5})*\)?$`)

// specialTo says for which paper a writer of another has written.
var specialTo = regexp.MustCompile(`(?i)^(?:special (?:to|for)|especial para|exclusivo para|spécial pour|speciale per|specia+l voor|für) (?:the |o |a |el |la |le |il |de |die |das |den )?\p{Lu}`)

// lineEnds are signs that a page sets at the end of a line as links do.
const lineEnds = " »›>→"

// jobWords part a job from an outlet after a name: "By Ana Ruiz, Staff Writer".
// They are beginnings and insides of words.
var jobWords = []string{
	"correspond", "corresponsal", "korrespondent", "korespondent", "корреспондент", "reporter", "repórter", "editor", "writer", "staff", "journalist", "giornalist", "periodista", "dziennikar",
	"columnist", "kolumnist", "analyst", "chief", "bureau", "contributor", "producer", "fellow", "professor", "director", "photographer", "intern", "freelance", "desk",
	"redakt", "rédact", "redactor", "redattor", "redação", "envoyé", "enviad", "inviat", "verslaggev", "medewerk", "mitarbeiter", "berichterstatt", "medarbe", "utsänd", "udsendt", "utsendt", "wysłanni", "zpravodaj",
	"chef", "volontär", "ressort", "leiter", "autor", "pigiste", "chroniqueu", "jefe ", "jefa ", "tudósító", "muhabir", "特派員", "记者",
}

func isJob(s string) bool {
	low := strings.ToLower(s)
	for _, w := range jobWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// notWriters are those whose pictures stand beside the text.
var notWriters = regexp.MustCompile(`(?i)^(?:photo|foto|picture|bild|illustration|ilustraci|graphic|grafi|infograf|video|vidéo|fot\.|kuva|fénykép|φωτο|фото|צילום|تصوير)`)

// modifiedOn begins a line, or the part of a line, whose date is that of a change.
var modifiedOn = regexp.MustCompile(`(?i)^\W*(?:(?:last|zuletzt|dernière|última|ultimo|ultima|laatste|laatst|senast|sist|sidst|son|ostatnia|poslední|utolsó|τελευταία|viimeksi|última) )?(?:` +
	`updated?|modified|changed|revised|edited|amended|aktualisiert|geändert|bearbeitet|aktualisierung|actualizad[oa]|actualización|mise? à jour|(?-i:MAJ)|modifiée?|actualisée?|modificad[oa]|atualizad[oa]|atualização|aggiornat[oa]|aggiornamento|modifica|bijgewerkt|gewijzigd|uppdatera[dt]|ändrad|oppdatert|endret|` +
	`opdateret|ændret|päivitetty|muokattu|(?:z?aktualiz(?:acj[ai]|ován[oa]|ace|owano))|zmieniono|upraveno|actualitzat|actualitzada|actualizat|actualizare|modificat|frissítve|frissült|módosítva|güncellenme|güncelleme|güncellendi|ενημερώθηκε|ενημέρωση|ažurirano|izmijenjeno|(?:zadnja|poslednja) (?:izmjena|izmena|sprememba)|posodobljeno|atnaujinta|atjaunots|uuendatud|muudetud|diperbarui|cập nhật|обновлено|оновлено|עודכן|עדכון|(?:آخر )?تحديث|更新|最終更新|修改|수정|최종수정)(?:$|[^\p{L}])`)

var (
	// dateWord stands before a date and says which one it is.
	dateWord = regexp.MustCompile(`(?i)^(?:(?:first |originally )?(?:published|posted|issued|created|date|filed)|publiée?s?|paru|mise? en ligne|veröffentlicht|erschienen|erstellt|stand|datum|online seit|publicad[oa]|fecha|data|creat|publicat|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|offentliggjort|udgivet|julkaistu|` +
		`opublikowano|dodano|data (?:publikacji|dodania)|vydáno|publikováno|zveřejněno|megjelent|közzétéve|létrehozva|giriş|yayın(?:lanma)?(?: tarihi)?|eklenme(?: tarihi)?|δημοσιεύθηκε|δημοσίευση|опубликовано|опубліковано|פורסם|(?:تاريخ )?النشر|نشر|입력|등록|승인|기사입력|公開|掲載|配信|发布时间|发布|发表)(?:\s+(?:on|le|am|vom|el|em|il|op|den|at|the|dnia|la|ב))?\.?$|^(?:on|le|am|vom|el|em|il|op|den)$`)
	// timeOfDay is what stands beside a date, with the words around it.
	timeOfDay = regexp.MustCompile(`(?i)(?:(?:^|[\s|,])(?:at|um|à|às|as|alle|ore|kl|klo|klokken|a las|a les|om|o|v|godz|в|о|ώρα|ora|saat)\.?:?\s*)?\b\d{1,2}(?:[:.h]\d{2})(?::\d{2})?\s*(?:[ap]\.?m\b\.?|uhr\b|uur\b|h\b|hrs\b)?(?:\s*\(?(?:\b(?:(?:GMT|UTC)[+-]\d{1,2}|GMT|UTC|[CEMPB]E?S?T|MESZ|MEZ|[A-Z]{1,3}DT|IST|JST|WIB)\b|\b(?:(?:eastern|central|mountain|pacific|atlantic|british|greenwich|european|australian|india|local|japan)\s+){1,3}(?:(?:standard|daylight|summer|mean)\s+)?time\b)\)?)?(?:\s*[+-]\d{2}:?\d{2})?`)
	// weekday names the day, in the languages that dates are read in.
	weekday = regexp.MustCompile(`(?i)^(?:(?:am|le|el|on|den|dne)\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$|^(?:(?:am|vom|le|el|on|den)\s+)?(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|` +
		`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge|` +
		`lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:ma|di|wo|do|vr|za|zo)|må?n?dag|tis?dag|onsdag|torsdag|fredag|l[öø]r?dag|s[öø]n?dag|(?:mån|tis|ons|tors|fre|lör|sön)|` +
		`poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|` +
		`pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|` +
		`понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п['’]ятниця|субота|неділя|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja)\.?$`)
	// pageWord is a page, an edition, a length, a number or an address.
	pageWord = regexp.MustCompile(`(?i)^(?:(?:p|pp|pg|page|pages|seite|seiten|s|página|págs?|pag|pagina|blz|sida|side|section|nr|no|n°|vol|issue|ausgabe|edition)\.?\s*[A-Z]?\d+(?:[-–]\d+)?|page \d+ of \d+|\d{1,3}|[A-Z]\d{1,2}|(?:` + readingTime + `)?\W*\d+[- ]?(?:\d+ )?(?:min(?:ute|uto|uut|uta|uter)?[sni]?|words|mots|wörter|palabras|kommentare|comments?|commentaires|views|shares|claps)\.?(?: (?:read|lesezeit|de lecture|de lectura|di lettura|leestid|läsning|czytania))?|` +
		`(?:\w+ )?(?:final|city|print|online|late|early|morning|evening) edition|` + readingTime + `|[^\s@]*@[^\s@]+|https?://\S+|(?:share|print|email|comment|listen|follow|save|gift)s?)$`)
	// copied are the words of a line that tells when a page was printed, saved or
	// looked at: its date is no date of the article.
	copied = regexp.MustCompile(`(?i)\b(?:printed|retrieved|accessed|downloaded|captured|archived|saved|snapshot|as it appeared|imprimé|consulté|gedruckt|ausgedruckt|abgerufen|gespeichert|impreso|consultado|descargado|impresso|stampato|afgedrukt|geraadpleegd)\b`)
)

const readingTime = `(?:lesezeit|lesedauer|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid|czas czytania)`
