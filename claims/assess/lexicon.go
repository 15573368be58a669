package assess

// The word lists of the features: small and of general use; the weights tell
// what each is worth.
var (
	firstPerson  = words("i we my our me us i'm we're i've we've i'll we'll i'd we'd mine ours myself ourselves")
	thirdPerson  = words("he she it they his her its their he'd she'd they'd it'd he'll she'll it'll they'll he's she's it's they're they've")
	secondPerson = words("you your you're you've yours you'd you'll")

	// government are the sides a speaker of one answers for.
	government = words(`government administration ministry cabinet council city company party firm bank agency team campaign army police
		parliament senate office department commission authority authorities group union court country state board organization organisation`)

	willWords   = words("will shall 'll won't shan't gonna going i'll we'll he'll she'll it'll they'll you'll")
	wouldWords  = words("would wouldn't i'd we'd he'd she'd they'd")
	mayWords    = words("may might could likely unlikely probably perhaps possibly maybe possible potentially")
	mustWords   = words("should must ought shouldn't mustn't need needs needed let's let please deserve deserves better")
	planWords   = words("plan plans planned planning intend intends intended aim aims promise pledge committed prepared preparing ready decided agreed try trying")
	expectWords = words("expected expects set due scheduled about bound poised forecast")

	pastWords = words(`was were had did went said came took made got gave told found knew saw left lost won paid sent kept began
		wrote met held brought broke built bought sold fell rose grew spent ran became been done gone taken seen given known shown
		killed hit led put cut shot died fought caught taught`)
	presentWords = words("is are am be being has have do does isn't aren't it's that's there's he's she's they're we're i'm")

	claimNouns = words("fact facts truth figures records report law constitution court approval evidence documents bill treaty agreement rule rules database")

	goodBad = words(`good bad great terrible horrible wonderful wrong right best worst important unacceptable disgrace shame shameful insult
		outrageous ridiculous absurd stupid foolish unfair fair unjust just dangerous irresponsible historic disaster embarrassment embarrassing
		mistake threat crucial vital essential necessary unfortunate sad tragic beautiful excellent strong weak poor serious fantastic
		disgusting appalling disappointing disappointed proud amazing tremendous failure success successful unfit fit perfect incredible
		significant reasonable sensible dishonest hypocrisy hypocritical cruel brutal inhumane heroic brave cowardly unprecedented
		legitimate illegitimate undermines evokes mentality harm harmful helpful useful useless worthy deserves path enemy freedom dignity
		incredible incomparable unfair justified unjustified undesirable pleasant unpleasant brilliant talented gifted passionate warm gentle wise
		wisdom courage courageous crazy cool ugly primitive stupid silly boring interesting exciting excited impressive remarkable extraordinary
		outstanding amazing magnificent wonderful awful dreadful shocking alarming worrying worried concerning encouraging promising hopeful
		counterproductive unacceptable intolerable inappropriate appropriate unreasonable unhelpful misguided reckless careless premature overdue
		vulnerable difficult hard easy tough challenging ambitious modest extreme excessive insufficient adequate inadequate genuine honest
		decent honorable honourable noble loyal passion strength weakness legacy leader leadership opportunity milestone victory defeat honor
		tragedy catastrophe crisis nightmare chaos mess joke stunt farce sham blow setback step forward progress solution key priority
		sincerity spirit values heritage divine sacred reality dream real true profound special`)
	blameWords = words(`lie lied lies lying liar corrupt corruption fraud cheat cheated cheating steal stole stolen theft hide hiding hid cover-up
		coverup cover covered illegal illegally unlawful unlawfully crime criminal abuse abused abusing betray betrayed violate violated bribe bribed bribery
		failed failing ignored destroyed destroy suppress suppressed exploit exploited sabotage misled mislead misleading manipulate manipulated rigged
		responsible guilty massacre poison poisoned silence crush tricks robbed discriminate discriminates broke misused laundering cheats kill
		killed murdered radical deliberately encouraging suspected suspects suspect perpetrators perpetrator behind terror terrorism terrorist
		terrorists torture tortured repression repressed oppression oppressed persecuted persecution violation violations violates breach breached
		aggression aggressor extremists extremism conspiracy conspired collusion colluded negligence negligent neglect neglected unconstitutional
		interference interfered meddling meddled tampering tampered blackmail extortion smuggling trafficking embezzled embezzlement laundered
		wrongdoing misconduct malpractice harassed harassment assaulted bullying racist racism sexist deceived deceive deception propaganda
		genocide atrocities massacred retaliation forged falsified plagiarism hypocrisy arrogant discrimination circumvent circumvented evaded
		dishonesty incompetent incompetence cover-ups undermine undermined weaponized instigated incited inciting vandalism traitor treason`)
	denyWords = words(`never not false untrue baseless fake nothing wrong innocent rumours rumors rumour rumor allegations allegation accusation accusations
		claims wrongdoing involvement charges pressured influence hoax fabricated untruth no fiction`)
	feelWords = words(`love loved hope heart hearts hearted thank thanks grateful sorry condolences sympathy prayers thoughts families family happy proud
		saddened sad sadness shocked devastated pained grief grieving mourn mourning loss regret apologise apologize apology apologies relieved
		relief excited thrilled overwhelmed speechless flabbergasted stunned surprised appreciate appreciated blessed beloved friend friends
		miss missed dream dreams nightmares afraid scared cry cried hug hugged honour honor welcome congratulations birthday delighted glad tears
		forgive forgave forgiven remember felt feel pain wish heartbroken mother father wife husband children`)
	countNouns = words(`people workers jobs votes voters deaths dead injured wounded killed missing houses homes families children soldiers troops patients
		cases victims percent cent crowns dollars euros pounds tonnes tons miles kilometres kilometers metres members students pupils arrests
		complaints visitors fires points bodies casualties civilians rate number toll`)
	changeWords = words(`rose risen fell fallen increased decreased dropped doubled tripled halved grew grown shrank lost gained up down higher lower more less
		fewer highest lowest record average total almost nearly half third quarter fifth tenth twice estimated exceeded rise fall drop increase decrease`)
	numberWords = words(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
		thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens`)
)
