package speakers

import (
	"strings"
	"unicode"

	"onrecord/claims/lang"
)

// papers are words in the names of papers.
const papers = ` times post herald news journal gazette tribune chronicle observer guardian ledger courier telegraph mirror mail sentinel
	globe examiner inquirer enquirer dispatch register standard echo advertiser argus star mercury clarion`

// hints are the words in a name that let it be called by a noun, and the letters
// of bodies that everybody knows to be one.
var hints = map[string]map[string]bool{
	"airline":     wordSet("air airlines airways aviation"),
	"alliance":    wordSet("nato"),
	"carrier":     wordSet("air airlines airways"),
	"publication": wordSet("magazine" + papers),
	"newspaper":   wordSet("paper newspaper" + papers),
	"paper":       wordSet("newspaper" + papers),
	"outlet":      wordSet("media network" + papers),
	"broadcaster": wordSet("tv radio television broadcasting news bbc cnn"),
	"university":  wordSet("university college"),
	"army":        wordSet("army forces"),
	"team":        wordSet("team united city rovers fc"),
	"club":        wordSet("club united city rovers fc"),
	"agency":      wordSet("administration agency bureau office authority department cia epa fda nasa irs cdc fema nsa"),
	"bureau":      wordSet("fbi"),
	"court":       wordSet("court courts"),
	"ministry":    wordSet("ministry department"),
	"office":      wordSet("office bureau embassy consulate cbo"),
	"regulator":   wordSet("authority agency commission administration board regulator fda sec fcc"),
	"watchdog":    wordSet("authority agency commission ombudsman watch"),
	"tribunal":    wordSet("court tribunal"),
	"parliament":  wordSet("parliament assembly knesset bundestag congress"),
	"charity":     wordSet("foundation trust fund society"),
	"studio":      wordSet("studios studio pictures entertainment games"),
	"developer":   wordSet("studios games software entertainment"),
	"operator":    wordSet("rail railways trains ferries lines airlines"),
	"network":     wordSet("network news tv cnn nbc abc cbs"),
	"institute":   wordSet("institute institution"),
	"council":     wordSet("council"),
	"railway":     wordSet("rail railways trains"),
	"city":        wordSet("city municipality"),
	"union":       wordSet("union brotherhood guild workers teachers federation seiu uaw"),
	"lender":      wordSet("bank fund banking imf"),
	"bank":        wordSet("banking ecb"),
	"utility":     wordSet("power light electric electricity gas water energy grid"),
	"panel":       wordSet("committee commission board panel"),
	"committee":   wordSet("dnc rnc ioc"),
	"commission":  wordSet("fec sec ftc fcc"),
	"insurer":     wordSet("insurance assurance mutual"),
	"retailer":    wordSet("stores supermarkets"),
	"hospital":    wordSet("infirmary clinic"),
}

// namedSo reports whether a word of a body's name says that it is what the noun
// tells, "EgyptAir" included.
func namedSo(e *entity, noun string) bool {
	for _, w := range e.words {
		if w == noun || hints[noun][w] || studies[noun] && studies[w] {
			return true
		}
	}
	return noun == "union" && ofWorkers(e.words) || hints[noun][lastHump(e.name)]
}

// lastHump is the last part of a name written with a capital inside, in small
// letters: "air" of "EgyptAir"; "" for other names.
func lastHump(name string) string {
	k := strings.LastIndexFunc(name, unicode.IsUpper)
	if k < 1 || !unicode.IsLower(rune(name[k-1])) {
		return ""
	}
	return strings.ToLower(name[k:])
}

// nounBehind finds what a body is in the noun behind its name: "the Ford Watch
// party".
func (a *article) nounBehind(n *name) (lang.Range, bool) {
	i := n.toks.Last
	if !n.the || !ownKind[a.word(i)] || a.gap(i) != " " || a.modifiesNext(i) || platforms[a.word(i-1)] {
		return lang.Range{}, false
	}
	e := &a.ents[n.ent]
	return lang.Range{First: i, Last: i + 1}, e.kind != location && (e.kind != person || !e.sure)
}

// ownKind are nouns that say behind a name what bears it, and not what belongs
// to it.
var ownKind = wordSet("party newspaper magazine website airline network broadcaster company firm movement militia group")

// trading are nouns for what a company does, by which it is told beside its name:
// "the tool maker Varn Tools".
var trading = wordSet(`giant maker manufacturer retailer carmaker automaker insurer brewer brewery supplier operator developer publisher
	producer conglomerate startup chain airline subsidiary carrier lender studio brand`)

// noAgency are words in the names of bodies that are no agency.
var noAgency = wordSet("committee party court university senate congress parliament union bank college team club council assembly church house")
