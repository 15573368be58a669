package lang

import (
	"slices"
	"strings"
)

// ShortForms reports whether one given name is short for the other, or both
// are for a third.
func ShortForms(g, h string) bool {
	return slices.Contains(longFor[g], h) || slices.Contains(longFor[h], g) ||
		slices.ContainsFunc(longFor[g], func(long string) bool { return slices.Contains(longFor[h], long) })
}

// longFor maps short forms to the given names that they stand for.
var longFor = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(`robert bob rob bobby
william bill will billy
richard rick dick
james jim jimmy
john johnny jack
joseph joe
michael mike mick
thomas tom tommy
edward ed eddie ted
theodore ted theo
charles charlie chuck
elizabeth liz beth betty lisa
margaret maggie peggy meg
katherine kate kathy katie
catherine cathy kate
patricia pat patty
patrick pat
christopher chris
daniel dan danny
samuel sam
samantha sam
benjamin ben
anthony tony
andrew andy
alexander alex sasha
alexandra alex sasha
david dave
steven steve
stephen steve
susan sue
deborah deb debbie
jennifer jen jenny
matthew matt
nicholas nick
gregory greg
timothy tim
kenneth ken
ronald ron
donald don
lawrence larry
frederick fred
vladimir volodya
albert al bert
alfred alf fred
barbara barb
beatrice bea
beatrix bea trixie
francis frank
gabriel gabe
geoffrey geoff
jeffrey jeff
gerald gerry jerry
harold harry hal
henry harry hank
jacob jake
jacqueline jackie
jessica jess
judith judy
leonard leo len
nathaniel nate nat
pamela pam
peter pete
philip phil
phillip phil
raymond ray
rebecca becky
theresa terry
terence terry
victoria vicky
vincent vince
walter walt`) {
		all := strings.Fields(line)
		for _, short := range all[1:] {
			out[short] = append(out[short], all[0])
		}
	}
	return out
}()
