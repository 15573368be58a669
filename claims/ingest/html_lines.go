package ingest

import (
	"regexp"
	"strings"
)

// Lines that stand between and below the paragraphs of an article and are told
// by their words alone.

// boilerplate are lines between and after the paragraphs that no mark of the
// page tells apart.
var boilerplate = regexp.MustCompile(`(?i)^(?:advertisement|advert|ad|sponsored|story continues(?: below)?.*|article continues(?: (?:below|after)).*|continue reading.*|` +
	`(?:read|see|watch|listen)(?: more| also| next)?\s*:.*|(?:read|see) (?:more|also)\b.{0,120}|also read\b.*|related(?: (?:articles?|stories|topics?|content|news))?\s*:?|(?:related|more)\s*:.*|` +
	`share (?:this|on|via)\b.*|share|print|email|tweet|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply).*|(?:topics?|tags?|filed under|categories|keywords?|archivado en|etiquetas|schlagw(?:o|ö)rter|mots-clés)\s*:.*|(?:source )?(?:url|permalink|links?)\s*:\s*(?:\[\d+\]\s*)?https?://.*|` +
	`sign up(?: (?:for|to)\b.*|!)?|get (?:.{1,40} )?(?:delivered |sent )?(?:straight |directly )?(?:to|in) your inbox!?|people are also reading\W*|subscribe (?:now|to|for|today)\b.*|follow (?:us|him|her|them)\b.*|(?:follow|join) .{1,60} on (?:twitter|facebook|x|instagram|whatsapp|telegram)\b.*|` +
	`(?:copyright|©|\(c\)).*|.{0,80}:\s*https?://\S+|(?:printed|retrieved|downloaded|archived|saved|imprimé|gedruckt|ausgedruckt|impreso|stampato) (?:from|on|at|by|le|am|aus|depuis|el|il)\b.*|all rights reserved.*|more (?:on this story|from .{1,40}|stories.*|news)|you may also like.*|most (?:read|popular).*|` +
	`(?:proudly )?powered by\b.*|(?:\d+ )?min(?:ute)?s? read|skip (?:to|past|advertisement)\b.*|\S{1,40} (?:liked|reblogged) this\b.*|after newsletter promotion|privacy notice\s*:.*|.{0,80}\bsign up\.?|explore more\b.{0,60}|view (?:gallery|comments|the full version.*)|image (?:source|caption|credit).*|getty images|our standards:.*|reading time:.*|estimated reading time.*|` +
	`(?:rate this (?:article|story)|oceń (?:artykuł|tekst)|bewerten sie diesen (?:artikel|beitrag)|not(?:ez|er) (?:cet|l[’'])\s?article|valora (?:este|esta) (?:artículo|noticia)|vota (?:questo )?articolo|avalie (?:este|esta) (?:artigo|notícia)|beoordeel dit artikel|betygsätt artikeln|ohodnoťte článek|értékelje a cikket|оцените (?:статью|материал))(?:[^\p{L}].{0,60})?|` +
	`(?:compartir|partager|teilen|condividi|compartilhar|delen)(?: (?:en|sur|auf|su|no|op|via|par)\b.{0,30})?|copy link|copiar enlace|copier le lien|link kopieren|` +
	`weiterlesen|lesen sie auch.*|mehr zum thema.*|(?:à |a )?lire (?:aussi|également)\b.*|(?:leer|lea|lee|vea|mira) también\b.*|(?:también )?te puede interesar\b.*|más información\s*:.*|siehe auch\b.*|auch interessant\b.*|(?:read|listen to) this (?:story|article)\b.{0,100}|` +
	`puedes seguir(?:nos)? (?:a|en)\b.*|suivez[- ]nous\b.*|folgen sie uns\b.*|publicidad|publicité|anzeige|werbung|reklama?|reklame|annons|annonse|annonce|pubblicità|mainos|advertentie|[-–— ]*(?:publicidad|publicidade|anuncio)[-–— ]*|dieses thema im programm.*|über dieses thema berichte.*|© riproduzione riservata|źródło:.*|temps de lecture.*|lesezeit.*|tiempo de lectura.*|\d+ minuti di lettura|see full web article|listen to (?:this|our)\b.{0,100}|(?:suscríb[ae](?:te|se)|regístra(?:te|se)|abonnez-vous|inscrivez-vous|jetzt (?:abonnieren|anmelden|bestellen|testen))\b.{0,100}|leggi anche.*|leia também.*|lees ook.*)$`)

// endMatter are headings of what stands below an article.
var endMatter = regexp.MustCompile(`(?i)^(?:about (?:the )?(?:authors?|writers?|reporter)|sobre (?:la firma|el autor|la autora|los autores)|über (?:den autor|die autor(?:in|en))|à propos (?:de l[’']auteure?|des auteurs)|archivado en|schlagwörter|mots-clés|more (?:on this story|from .{1,40}|stories)|related (?:articles?|stories|topics|content|news|posts)|` +
	`(?:reader )?comments?(?: \(\d+\))?|recommended(?: for you)?|you (?:may|might)(?: also)? like|most (?:read|popular|viewed)|read next|up next|latest (?:news|stories)|popular (?:now|today)|` +
	`trending(?: now)?|be the first to know|(?:more )?related to this (?:story|article)|people are also reading\W*|for more information|herausgeber|impressum|(?:media |press )?contacts?(?: for (?:the )?(?:media|press))?|` +
	`join the conversation|sponsored content|editors?['’]s? picks?|leave a (?:comment|reply)|don['’]t miss|what to read next)\s*:?$`)

// signOff are lines that many desks put below an article: who worked on it, in
// which edition it was printed, how to reach the writer.
var signOff = regexp.MustCompile(`(?i)^(?:(?:additional )?(?:reporting|writing|editing) by .*|.{2,80} contributed (?:to (?:this|the) (?:report|story|article)|reporting)\b.*|` +
	`a version of this (?:article|story|report) (?:appears|appeared|was|first|ran)\b.*|order reprints\b.*|this (?:article|story) (?:was originally published|first appeared|originally appeared)\b.*|` +
	`(?:encontrou|detetou|detectou) um erro\b.*|¿?(?:has encontrado|encontró|ha encontrado) (?:un|algún) error\b.*|(?:tipp)?fehler (?:gefunden|entdeckt|melden)\b.*|(?:see|spot|spotted|found|find|noticed?) (?:something wrong|an error|a mistake|a typo|a correction)\b.*|(?:signaler une|une|(?:vous avez )?(?:trouvé|repéré|vu|remarqué) une) (?:erreur|faute|coquille)\b.*|hai trovato un errore\b.*|fout(?:je)? (?:gezien|ontdekt|gevonden)\b.*|zauważyłeś błąd\b.*|нашли ошибку\b.*|registered office\s*:.*|this website and associated newspapers adhere\b.*|` +
	`.*\b(?:reach|contact|e-?mail|follow) (?:the (?:writer|reporter|author)s?|him|her|them)\b.*|stay (?:up to date|informed|connected)\b.*|download (?:our|the) (?:free )?.{0,20}\bapp\b.*|` +
	`så här jobbar .*|dapatkan update\b.*|simak breaking news\b.*|(?:do you )?(?:have|got) a (?:news )?(?:tip|story)\b.*|do you know more\b.*|mit material (?:der|von)\b.*|\(?avec (?:l[’']afp|afp|reuters)\)?)$`)

// signedOff leaves out the lines below the last paragraph of the text.
// writer is their author.
func signedOff(blocks []block, writer string) []block {
	const most, longest = 6, 400
	end := len(blocks)
	for i := end - 1; i > 0 && i >= len(blocks)-most; i-- {
		if len(blocks[i].text) < longest && (signOff.MatchString(squeeze(blocks[i].text)) || offers(blocks[i].text) || reaches(blocks[i].text, writer)) {
			end = i
		}
	}
	if size(blocks[end:])*4 > size(blocks) {
		return blocks
	}
	return blocks[:end]
}

// offers reports whether a line at the end of a text sells the paper.
func offers(line string) bool {
	const longest = 200
	return len(line) < longest && !strings.ContainsAny(line, "“”«»„\"") && asksForAddress(line)
}

// reaches reports whether a line tells how to reach the writer.
func reaches(line, writer string) bool {
	return account.MatchString(line) && !strings.ContainsAny(line, "“”«»\"") && (writer != "" && strings.Contains(line, writer) || len(line) < 60)
}

var account = regexp.MustCompile(`(?:^|[\s(])(?:@\w{2,}|[\w.+-]+@[\w-]+\.[\w.]+)`)

// discussion is the heading of what readers have written below an article.
var discussion = regexp.MustCompile(`(?i)^(?:(?:comments?|kommentare?|commentaires?|comentarios?) \(?\d+\)?|\d+ (?:reader )?(?:comments?|responses|replies|comentarios?|respuestas|kommentare?|antworten|commentaires?|réponses|réactions)|(?:reader )?comments?(?: \(\d+\))?|comentarios?(?: \(\d+\))?|` +
	`(?:leser)?kommentare?(?: \(\d+\))?|commentaires?(?: \(\d+\))?|réactions?(?: \(\d+\))?|vos réactions|komentarz[ey](?: \(\d+\))?|komentáře|kommentare?r(?: \(\d+\))?|kommentit|commenti(?: \(\d+\))?|(?:lezers)?reacties(?: \(\d+\))?|comentários(?: \(\d+\))?|comments?\s*:.{0,30})\s*:?$`)

// cutEnd leaves out what stands below the article, from the first heading that
// announces it, where most of the text stands above it.
func cutEnd(blocks []block) []block {
	total, above := size(blocks), 0
	for i, b := range blocks {
		if len(b.text) < 60 && above > 600 && above*5 > total && discussion.MatchString(squeeze(b.text)) {
			return blocks[:i]
		}
		if len(b.text) < 60 && above*3 > total*2 && (endMatter.MatchString(squeeze(b.text)) || boxHeading.MatchString(squeeze(b.text))) {
			return blocks[:i]
		}
		above += len(b.text)
	}
	return blocks
}

// isShareLine reports whether a line has nothing but the names of places to share
// a page at, behind a word in any language: "Paylaş: Facebook Twitter".
func isShareLine(line string) bool {
	if _, after, ok := strings.Cut(line, ":"); ok {
		line = after
	}
	words := strings.Fields(line)
	for _, w := range words {
		if w = strings.ToLower(strings.Trim(w, ",.|·•")); !shareWords[w] && w != "x" {
			return false
		}
	}
	return len(words) > 1
}

// longestFooter is how long the lines below a letter to subscribers are together.
const longestFooter = 600

// trim leaves out boilerplate lines, and headings that no paragraph follows.
func trim(blocks []block, m meta) []block {
	blocks = signedOff(cutEnd(blocks), m.byline)
	out := make([]block, 0, len(blocks))
	for _, b := range blocks {
		if len(b.text) < 200 && (boilerplate.MatchString(squeeze(b.text)) || isShareLine(b.text)) {
			continue
		}
		out = append(out, b)
	}
	for len(out) > 1 && len(out[len(out)-1].text) < longestFooter && mailFooter.MatchString(out[len(out)-1].text) && !strings.ContainsAny(out[len(out)-1].text, "“”«»\"") { // a letter that was put on the web
		out = out[:len(out)-1]
	}
	for len(out) > 1 && out[len(out)-1].role == heading && !same(out[len(out)-1].text, m.title) {
		out = out[:len(out)-1]
	}
	return out
}
