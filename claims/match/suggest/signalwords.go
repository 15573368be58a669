package suggest

import (
	"regexp"
	"strings"
)

// Words that tell that something was done, or that it was not, by their
// lemmas.
var (
	completed = set(`open reopen inaugurate complete finish deliver pass approve adopt sign ratify enact reach achieve meet keep fulfil fulfill resign
		confirm clear elect launch begin start install introduce abolish close seal staff serve hire build repair pay grant release hand
		swear christen commission unveil join arrive land connect celebrate exceed surpass succeed success win available
		operational implement settle restore return receive move`)
	failed = set(`delay postpone miss scrap cancel abandon drop shelve reject refuse veto stall block collapse fail break reverse withdraw suspend halt
		overdue unfinished unbuilt shortfall missing behind apologise apologize disappointing disappoint lack admit blame stuck bankrupt bankruptcy
		insolvent insolvency receivership regret sorry lose defeat concede waive unsold unopened unable impossible`)
	// inUse are words of completion that are not verbs.
	inUse = set("finished ready done complete operational")
	// lasting are words that say that all is as before.
	lasting = set("same unchanged frozen freeze stay stays stayed remain remains remained keep keeps kept continue continues continued persist persists persisted")
	// discovery are words that say that something is there.
	discovery = set("found discovered dug revealed uncovered traced show shows showed")
	// stopping are the lemmas of what ends.
	stopping = set("cease stop end halt close shut abolish dismantle decommission dissolve discontinue seal")
	// ridOf are words with which a claim says that something will be gone.
	ridOf = phrasesOf(" free of | rid of | do without | no more | no longer ")
	// enders are verbs with which a claim says that something will be no more.
	enders = set("stop stops end ends abolish abolishes ban bans halt cease prevent phase")
)

// What is said of somebody who is blamed, by the lemma of the verb or
// adjective.
var (
	guilty  = set("admit confess convict guilty sentence jail imprison fine prove uncover expose substantiate concede acknowledge disqualify")
	cleared = set("clear acquit exonerate innocent vindicate unfounded baseless groundless")
	// complaints are what can be upheld or thrown out.
	complaints = set("complaint allegation accusation charge case suit lawsuit investigation inquiry proceedings claim")
	upheld     = set("uphold confirm prove substantiate")
	dismissed  = set("throw dismiss reject drop close shelve discontinue collapse")
)

// Phrases, in lower case.
var (
	nothingShown = phrasesOf("no evidence|no trace|no sign|no proof|no indication|nothing to suggest|no wrongdoing|not guilty")
	asSaid       = phrasesOf("as promised|as announced|as planned|as agreed|as predicted|true to his word|true to her word|true to its word|true to their word|as expected|as forecast|kept its word|kept her word|kept his word|kept the promise|made good on")
	notAsSaid    = phrasesOf("contrary to|in spite of the promise|despite promises|despite the promise|broken promise|promised in vain|had been ruled out|had ruled out")
	inTime       = phrasesOf("ahead of schedule|ahead of time|ahead of plan|on time |on schedule|in time for|weeks early|days early|months early|a year early")
	late         = phrasesOf(`behind schedule|years late|months late|weeks late|too late|not before |not until |at the earliest|short of |instead of |only half|
		still waiting|still waits|still wait |still not |still no |has yet to|have yet to|nowhere near|far from|on paper`)
)

// Words for what is as it should be and for what is not, by their meaning, and
// phrases that say that something was measured to be so.
var (
	sound   = meaningSet("clean safe legal lawful sound healthy correct accurate fair secure pure harmless reliable")
	unsound = meaningSet("dirty unsafe illegal unlawful unhealthy wrong polluted contaminated dangerous toxic harmful unreliable")
	passes  = phrasesOf("meet the standard|meets the standard|met the standard|within the limit|below the limit|under the limit|pass all|passes all|passed all|passed the test|pass the test|passes the test|complies with|comply with|in line with the law|in order")
	exceeds = phrasesOf("exceed the limit|exceeds the limit|exceeded the limit|exceeding the limit|above the limit|over the limit|in breach of|violates|violated|violate the|failed the test|fails the test|contaminated|polluted|unfit")
)

func meaningSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[meaning(w)] = true
	}
	return out
}

var (
	ceasing     = phrasesOf(" the last | last time|for good|goodbye| put an end to| came to an end| any more| no more | is gone| are gone| has gone| have gone")
	beginning   = phrasesOf("for the first time|the first time| since this morning| since monday| since tuesday| since wednesday| since thursday| since friday| since saturday| since sunday| from today| as of today| in service| into service| in use| into use| takes effect| took effect|into force|in force")
	untilYear   = regexp.MustCompile(`\b(?:run|runs|dig|stay|stays|operate|operates|remain|remains|go on|goes on|keep|keeps|valid|continue|continues)\b[^,.;]{0,30}\buntil (?:at least )?(?:\d{4}|the)\b`)
	anotherYear = regexp.MustCompile(`\b(?:another|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) more) (?:\w+ )?(?:years?|months?|decades?)\b`)
)

// notBefore finds what will only be so later: "would not open before 2026".
var notBefore = regexp.MustCompile(`\b(?:not|n't|never|unlikely)\b[^,.;]{0,60}?\b(?:before|until)\b[^,.;]{0,30}(?:\d{4}|spring|summer|autumn|winter|next|january|february|march|april|may|june|july|august|september|october|november|december)`)

func phrasesOf(list string) []string {
	var out []string
	for p := range strings.SplitSeq(list, "|") {
		out = append(out, strings.TrimLeft(p, "\n\t"))
	}
	return out
}
