package speakers

import "onrecord/claims"

// weakBody is the score up to which nothing but its nearness ties a body to the
// noun: any name may be "the company".
const weakBody = 2.1

// weakRole is the score below which a role is hardly the one that the article
// gives: "the band leader" of somebody who is called president.
const weakRole = 1.0

// describedSure is how often, counted on marked news, the words of a description
// are those under which a reader lists the speaker: a body or a text often has a
// name that the phrase does not give.
func describedSure(typ claims.SpeakerType) float64 {
	switch typ {
	case claims.Organization, claims.Document:
		return 0.72
	case claims.Group:
		return 0.82
	}
	return 0.85
}

// doubtBelow is the confidence below which an answer says that it is uncertain.
const doubtBelow = 0.7
