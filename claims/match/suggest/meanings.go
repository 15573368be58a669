package suggest

import (
	"strings"

	"onrecord/claims/wordlist"
)

var set = wordlist.Set

// grammar are the words that say nothing of a subject.
var grammar = set(`a an the this that these those such same other another each every all any some no not never none nobody nothing neither nor
	and or but if than then so as of in on at by for from to into onto with without within about after before during until since between among
	against under over above below near through across along around up down out off again still just only even also too very more most less least
	much many few own both either
	i me my we us our you your he him his she her it its they them their who whom whose which what when where why how there here one ones
	be is are am was were been being have has had having do does did done doing can could may might must shall should will would
	isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't hasn't haven't hadn't
	say says said saying tell tells told call calls called ask asks asked add adds added claim claims claimed according
	mr mrs ms dr get gets got going go goes went make makes made take takes took put come comes came let like yes
	thing things lot lots way ways hopefully really something anything everything together`)

// numberWords are numbers in words; figures are compared as figures.
var numberWords = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens
	percent percentage per cent half third quarter fifth tenth first second last number figure figures rate`)

// timeWords are compared as dates, where they are compared at all.
var timeWords = set(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday day days week weeks month months year years
	morning evening night spring summer autumn winter end middle beginning start now next ago later soon earlier early late
	time date decade term annual daily twice once always ever long`)

// sameMeaning maps a folded word to the stem that stands for its row;
// opposites holds pairs of such stems.
var sameMeaning, opposites = meanings()

// phrases are verbs with a particle, by the stem of the verb, with what they
// mean.
var phrases = func() map[string]string {
	out := map[string]string{}
	for verb, means := range map[string]string{
		"step down": "resigned", "stand down": "resigned", "put off": "postponed", "turn down": "rejected", "vote down": "rejected",
		"go up": "rise", "go down": "fall", "come down": "fall", "shut down": "close", "switch off": "close", "turn off": "close",
		"give up": "abandoned", "give back": "return", "go back": "return", "set up": "founded", "call off": "cancelled", "fall short": "missed",
		"fall behind": "delayed", "carry out": "completed", "pull out": "leave",
		"am against": "oppose", "is against": "oppose", "are against": "oppose", "was against": "oppose", "be against": "oppose", "been against": "oppose",
		"am for": "support",
	} {
		first, rest, _ := strings.Cut(verb, " ")
		out[stem(first)+" "+rest] = meaning(means)
	}
	return out
}()

// rows are words that reporting uses for the same thing, one row a line. What
// stands behind a bar means the opposite of what stands before it.
const rows = `
open opens opened opening reopen reopens reopened reopening inaugurate inaugurated | close closes closed closing shut shuts shutdown closure
rise rises rose risen rising increase increases increased increasing grow grows grew grown growth climb climbs climbed soar soared up higher dearer raise raises raised | fall falls fell fallen falling drop drops dropped decline declines declined decrease decreased shrink shrank reduce reduces reduced reduction cut cuts cutting down lower lowered lowers cheaper sink sank
support supports supported supporting back backs backed backing favour favours favoured favor favored endorse endorses endorsed welcome welcomed | oppose opposes opposed opposing opposition resist resists resisted condemn condemned criticise criticised
approve approves approved approval adopt adopts adopted pass passes passed ratify ratified clear clears cleared | reject rejects rejected rejection refuse refuses refused veto vetoed block blocks blocked
continue continues continued keep keeps kept running operate operates operating | close
build builds built building construct constructs constructed construction erect erected | demolish demolishes demolished demolition raze razed
hire hires hired hiring recruit recruits recruited recruitment employ employs employed appoint appoints appointed | dismiss dismisses dismissed sack sacked layoff layoffs fire fired
win wins won victory | lose loses lost defeat defeated
accept accepts accepted agree agrees agreed | decline refuses
join joins joined enter enters entered | quit quits leave leaves left withdraw withdraws withdrew withdrawn exit exits
stay stays stayed staying remain remains remained remaining | leave
trust trusts trusted | distrust distrusts distrusted mistrust mistrusts
loud louder loudest noisy noisier | quiet quieter quietest silent
better best improved improve improves | worse worst worsened worsen worsens
strong stronger strongest | weak weaker weakest
early earlier ahead | late later
full | empty dry
rich richer | poor poorer
fast faster quick quicker rapid | slow slower
larger bigger largest biggest | smaller smallest tinier
safe safer safely | unsafe dangerous
save saves saved rescue rescued | ruin ruins ruined wreck wrecked
destroy destroys destroyed erase erases erased wipe wipes wiped wiping delete deletes deleted shred shreds shredded | exist exists existed survive survives survived preserve preserves preserved recover recovers recovered
clean pure | dirty polluted contaminated
legal lawful | illegal unlawful
possible | impossible
likely | unlikely
true | false untrue
strengthen strengthens strengthened | weaken weakens weakened
begin begins began begun start starts started launch launches launched | stop stops stopped halt halts halted cease ceases ceased discontinue
extend extends extended expand expands expanded | shorten shortens shortened
allow allows allowed permit permits permitted | ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited
resign resigns resigned resignation
double doubles doubled doubling twice
halve halves halved half
buy buys bought purchase purchases purchased | sell sells sold sale
finish finishes finished complete completes completed completion
finance fund funds funded funding
return returns returned
jobless unemployment unemployed joblessness
lorry lorries truck trucks
car cars vehicle vehicles traffic
doctor doctors physician physicians
teacher teachers
pupil pupils student students schoolchild schoolchildren
soldier soldiers troop troops army
inmate inmates prisoner prisoners
lunch lunches meal meals
fare fares ticket tickets
food groceries grocery
tax taxes taxation
wage wages salary salaries pay
rail rails railway railways train trains
tram trams tramline tramway
electricity power current
reactor reactors
home flat flats apartment apartments housing
tenant tenants renter renters
nurse nurses nursing
hospital hospitals clinic clinics
firm firms company companies business businesses
election elections vote votes voted voting ballot
deal deals agreement agreements treaty treaties accord pact
migrant migrants refugee refugees
bury buries buried
free gratis
deliver delivers delivered supply supplies supplied
discharge discharges discharged spill spills spilled spilt release releases released leak leaks leaked dump dumps dumped dumping
evict evicts evicted eviction evictions
bribe bribes bribed bribery
space room
price prices cost costs
punctual punctuality
bed beds place places
sick ill illness disease
kill kills killed death deaths die dies died dead
`

// meanings reads the rows.
func meanings() (same map[string]string, opposite map[[2]string]bool) {
	same, opposite = map[string]string{}, map[[2]string]bool{}
	for line := range strings.Lines(rows) {
		var heads []string
		for side := range strings.SplitSeq(line, "|") {
			all := strings.Fields(side)
			if len(all) == 0 {
				continue
			}
			head := stem(all[0])
			if known, ok := same[all[0]]; ok {
				head = known
			}
			for _, w := range all {
				if _, ok := same[w]; !ok {
					same[w] = head
				}
			}
			heads = append(heads, head)
		}
		if len(heads) == 2 {
			opposite[[2]string{heads[0], heads[1]}], opposite[[2]string{heads[1], heads[0]}] = true, true
		}
	}
	return same, opposite
}
