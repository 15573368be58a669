package assess

import "strings"

// act is what a speaker does with the reporting words.
type act string

// The acts.
const (
	commits    act = "commits"            // pledge, vow, plan
	announces  act = "announces"          // announce, reveal
	foresees   act = "foresees"           // predict, expect
	warns      act = "warns"              // warn, fear
	denies     act = "denies"             // deny, refute
	rejects    act = "rejects"            // reject, dismiss
	accuses    act = "accuses"            // accuse, blame
	demands    act = "demands"            // urge, want
	judges     act = "judges"             // praise, condemn
	thinks     act = "thinks"             // believe, argue
	reports    act = "reports"            // report, confirm
	counts     act = "counts"             // count, estimate
	feels      act = "speaks of feelings" // thank, apologise
	wonders    act = "wonders"            // ask whether
	claimsThat act = "claims"             // claim, assert
	saysOnly   act = "says"               // say, tell, write
	silent     act = "says not"           // decline to comment
	unknownAct act = "unknown"            // words outside the vocabulary
	noAct      act = "no cue"             // a bare sentence
)

var acts = makeActs()

func makeActs() map[string]act {
	out := map[string]act{}
	for a, list := range map[act]string{
		commits: `pledge promise vow swear swore sworn commit undertake undertook guarantee assure offer plan intend intention agree refuse
			decide threaten prepare ready aim resolve determined volunteer reaffirm affirm vouch opt eager willing`,
		announces: "announce declare unveil introduce launch",
		foresees:  "predict forecast project anticipate expect expected foresee foresaw prediction projection envision envisage optimistic pessimistic confident",
		warns:     "warn caution fear worry alert",
		denies:    "deny denial refute rebut dispute disavow contradict disown plead",
		rejects:   "reject dismiss repudiate",
		accuses:   "accuse accusation blame allege allegation charge fault complain complaint accusing suspect ascribe implicate",
		demands: `call urge demand ask appeal request recommend recommendation want seek sought advise encourage press beg propose
			proposal pray insist order lobby push would-like invite instruct advocate encourage plea petition implore beseech exhort prompt convince`,
		judges: `criticize criticise criticism praise welcome condemn denounce hail oppose opposition support back endorse favor favour prefer question
			mock slam blast attack defend applaud deplore decry lament second echo object regret concern skepticism scepticism celebrate commend
			laud salute compare rate rebuke term dub deem label brand characterize characterise portray liken justify appreciate disagree
			express voice tout boast bemoan assail rail chide scold scoff ridicule deride disparage champion chastise berate lambast lambaste excoriate
			castigate skewer savage rip bash challenge protest approve disapprove underestimate unimpressed critical wary sceptical skeptical`,
		thinks: "think thought believe belief feel felt argue argument consider view maintain comment suggest suggestion opine hope see imply",
		reports: `report state note confirm reveal find found show cite list describe attribute recall explain admit acknowledge testify learn
			observe point indicate stress emphasize emphasise conclude according document record mention refer stipulate require detail identify rule ruling decision specify provide forbid place quote recount confess disclose publish inform remind highlight know knew learn saw reference establish share`,
		counts:     "estimate count put total number calculate tally figure round",
		feels:      "thank apologise apologize congratulate wish mourn joke condolence condolences love quip grieve weep react remember sadness shock joke laugh shout chant yell sing",
		wonders:    "wonder inquire query",
		claimsThat: "claim assert contend",
		saysOnly:   "say said tell told write wrote written add tweet continue speak spoke post read reply respond answer remark",
		silent:     "decline",
	} {
		for w := range strings.FieldsSeq(list) {
			out[w] = a
		}
	}
	return out
}

// strength orders the acts: of several verbs in the reporting words ("has said
// it plans") the one that says most counts.
var strength = map[act]int{
	silent: 9, denies: 9, accuses: 8, commits: 8, foresees: 7, judges: 6, demands: 6, rejects: 6, feels: 6, wonders: 6, counts: 5,
	announces: 5, warns: 5, thinks: 4, claimsThat: 3, reports: 2, saysOnly: 1,
}

// cue is what the reporting words tell.
type cue struct {
	act     act
	verb    string // the form in the vocabulary: "pledge"
	negated bool   // "did not say"
}

func readCue(text string) cue {
	if strings.TrimSpace(text) == "" {
		return cue{act: noAct}
	}
	c := cue{act: unknownAct}
	for _, w := range split(text) {
		if negations[w.low] || strings.HasSuffix(w.low, "n't") {
			c.negated = true
		}
		for _, form := range base(w.low) {
			if a, ok := acts[form]; ok {
				if strength[a] > strength[c.act] || c.act == unknownAct {
					c.act, c.verb = a, form
				}
				break
			}
		}
	}
	return c
}

// looksAhead reports whether the reporting words alone tell that what is said is
// still to come: "promised a timetable by March".
func (q *cue) looksAhead() bool {
	return q.act == commits || q.act == foresees || q.verb == "hope"
}

var negations = words("not no never neither nor none nobody nothing cannot without")
