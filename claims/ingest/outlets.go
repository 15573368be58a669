package ingest

import (
	"regexp"
	"strings"
	"unicode"
)

// outletWords are in the names of many newspapers, agencies and stations.
var outletWords = wordSet(`news daily times post press journal tribune herald gazette courier chronicle guardian mail telegraph observer record sun star mirror weekly today
	agency radio tv bbc cnn reuters afp ap ani dpa upi pti tass xinhua bloomberg wire review magazine echo standard independent voice globe post-gazette examiner argus dispatch
	express leader enquirer mercury messenger argus citizen evening sunday bugle intelligencer reporter examiner republic free-press newswire daily-news bulletin register sentinel monitor network media online ledger inquirer advertiser
	nachrichten zeitung blatt bote kurier anzeiger rundschau tagblatt tageblatt allgemeine wochenblatt spiegel rundfunk presse
	courrier dépêche gazette écho républicain matin quotidien hebdo nouvelles presse tribune ouest sud est nord
	tidende avis tidning bladet posten folkeblad aftenblad kurier gazeta dziennik głos gazzetta corriere giornale messaggero stampa resto quotidiano jornal folha estado correio público courant krant nieuws dagblad telegraaf noviny deník listy hírlap hírmondó közlöny újság napló sanomat lehti uutiset postası gazetesi haberleri ecoul ziarul monitorul νέα εφημερίδα βήμα ημερησία вестник газета новости известия новини صحيفة جريدة وكالة diario periódico crónica noticias heraldo correo gaceta voz prensa semanario vanguardia revista`)

// outletEnds end the names of papers that are written as one word, and some of
// people.
var outletEnds = []string{"zeitung", "blatt", "bote", "kurier", "anzeiger", "nachrichten", "rundschau", "presse", "funk", "post", "posten", "bladet", "tidende", "tidning", "avis", "krant", "courant", "bode", "blad", "lehti", "新聞", "新報", "日報", "日报", "晚报", "新闻网"}

// outletArticle stands before the name of a paper and of no person.
var outletArticle = regexp.MustCompile(`^(?i:the|le|la|les|el|los|las|der|die|das|het|il) |^(?i:l)['’]\p{L}`)

// firm are two words joined as no two people are: each person has two names.
var firm = regexp.MustCompile(`^\p{Lu}\S+ (?:&|and|und|et|y|e) \p{Lu}\S+$`)

// looksLikeOutlet reports whether the part of a byline after the name is an
// outlet and not one more name. The last of two parts is one more often.
func looksLikeOutlet(s string, last bool) bool {
	if len(s) > 60 || strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	if outletArticle.MatchString(s) || firm.MatchString(s) {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' })
	for _, w := range words {
		if outletWords[w] || outletWords[strings.ToLower(s)] {
			return true
		}
		for _, end := range outletEnds {
			if !isPerson(s) && len(w) > len(end)+2 && strings.HasSuffix(w, end) {
				return true
			}
		}
	}
	return last && len(words) == 1 // no name has one word only
}
