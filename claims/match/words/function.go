package words

import "strings"

// Function reports whether a folded word is one of those that hold a sentence
// together and say little by themselves: articles, pronouns, prepositions,
// conjunctions and auxiliaries of the languages that are known. People leave
// them out of what they remember, or put one for another.
func Function(word string) bool { return functions[word] }

// FunctionWords calls f with each of them.
func FunctionWords(f func(word string)) {
	for w := range functions {
		f(w)
	}
}

var functions = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(functionWords) {
		out[w] = true
	}
	return out
}()

// functionWords are the closed classes, language by language. A word that is
// a common noun or verb in another of the languages is left out.
const functionWords = `
the a an this that these those some any each every such no
i you he she it we they me him us them one
my your his her its our their mine yours hers ours theirs
who whom whose which what where when why how there here
of to in on at by for with from into onto over under about between among through during without within
against toward towards upon across behind beyond off out up down before after since until till
and or but nor if than then as so because although though while whether yet
be is are was were been being am
have has had having do does did doing done
will would shall should can could may might must
not never also just only very too even still again more most

le la les un une des du de au aux ce cet cette ces l d qu
je tu il elle on nous vous ils elles se lui leur y
mon ma mes ton ta tes son sa ses notre nos votre vos leurs
qui que quoi dont ou et mais donc ni car si comme quand
dans en par pour avec sans sous sur vers chez entre
est sont etait etaient sera suis ont avait avaient etre avoir ne pas plus

der die das den dem ein eine einen einem einer eines
ich du er sie es wir ihr mich dich sich uns euch ihm ihn ihnen
mein dein sein unser euer kein keine keinen
und oder aber denn weil dass wenn ob als wie
auf aus bei mit nach seit von vor zu zum zur im ins vom uber unter durch fur gegen ohne
ist sind waren wird werden wurde wurden hat haben hatte hatten kann nicht auch nur noch

el lo los las una unos unas al del
yo ella ello ellos ellas nosotros le les te mi su sus tu tus nuestro nuestra
que quien cual cuando donde porque pero sino aunque
con sin por para hasta desde sobre entre hacia
es son era eran fue fueron ser estar ha han habia haber muy ya
`
