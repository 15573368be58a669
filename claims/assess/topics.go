package assess

import (
	"sort"
	"strings"
)

// subjects are the topics that are proposed and the words that speak for each.
var subjects = map[string]string{
	"economy":     "economy economic growth recession inflation prices market markets gdp industry manufacturing business businesses trade tariff tariffs exports imports",
	"jobs":        "job jobs unemployment unemployed employment worker workers wage wages salary salaries strike union unions pay pension pensions labour labor",
	"taxes":       "tax taxes taxed taxation vat levy",
	"budget":      "budget deficit debt spending subsidy subsidies grant funding austerity",
	"health":      "health hospital hospitals doctor doctors nurse nurses patient patients vaccine vaccines virus disease pandemic covid medical medicine infection infections",
	"education":   "school schools teacher teachers pupil pupils student students university universities education college tuition",
	"crime":       "crime crimes criminal police murder murders homicide theft robbery prison prisoner gang drugs arrested arrests",
	"justice":     "court courts judge judges trial lawsuit prosecutor prosecutors verdict appeal ruling sentence sentenced lawyer law subpoena",
	"elections":   "election elections vote votes voter voters poll polls ballot ballots candidate candidates campaign turnout referendum",
	"migration":   "migrant migrants immigration immigrant immigrants refugee refugees asylum border borders deportation visa",
	"climate":     "climate emissions carbon warming glacier renewable drought wildfire wildfires rainforest",
	"environment": "environment pollution forest forests river rivers species wildlife waste water",
	"energy":      "energy oil gas coal nuclear electricity power solar wind pipeline",
	"defence":     "army troops military war soldiers missile missiles weapons attack attacks ceasefire navy nato defence defense bomb explosion",
	"diplomacy":   "treaty summit sanctions ambassador embassy talks alliance diplomatic agreement",
	"housing":     "housing rent rents homes tenant tenants landlord apartments flats mortgage homeless homelessness",
	"transport":   "train trains railway road roads bridge airport flight flights plane aircraft bus buses traffic tram",
	"disasters":   "earthquake flood floods flooded storm hurricane fire fires crash collapse rescue evacuation",
	"government":  "government minister ministry parliament senate congress cabinet president governor mayor council resign resignation constitution",
	"rights":      "rights freedom protest protests protesters discrimination equality censorship journalists privacy",
	"technology":  "technology internet software computer data phone phones satellite hacking online",
	"sport":       "team league coach match championship cup olympic player players season goal goals",
}

var subjectOf = makeSubjectOf()

func makeSubjectOf() map[string][]string {
	out := map[string][]string{}
	for topic, list := range subjects {
		for w := range strings.FieldsSeq(list) {
			out[w] = append(out[w], topic)
		}
	}
	return out
}

// mostTopics is how many topics are proposed.
const mostTopics = 3

// topics gives the subjects that the words speak for, most words first.
func topics(ws []word) []string {
	n := map[string]int{}
	for _, w := range ws {
		for _, t := range subjectOf[strings.TrimSuffix(w.low, "'s")] {
			n[t]++
		}
	}
	out := make([]string, 0, len(n))
	for t := range n {
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool {
		if n[out[i]] != n[out[j]] {
			return n[out[i]] > n[out[j]]
		}
		return out[i] < out[j]
	})
	return out[:min(len(out), mostTopics)]
}
