package match

import (
	"strings"

	"onrecord/claims/match/segment"
)

// How much one search may do.
//
// Most queries are answered in a few milliseconds among a million documents.
// Others could take seconds: eighty common words, one letter again and again,
// a page of random letters. Therefore every search has one budget for all that
// it does, counted in units that take about the same time, never by the clock:
// the same query gives the same answer on every machine and under every load.
//
// What is likeliest is tried first: words as they were typed before those that
// they may be slips of, rare words before common ones, documents that hold
// much of the query before those that hold little, of equal ones the newest
// first. Each stage of a search may use a share of what is left, so that those
// after it have something too. Where a stage ends for want of work the best
// that was found until then is the answer, and the answer tells so.

// task is something that a search does over and over.
type task uint8

const (
	opening   task = iota // a list of documents
	counting              // a document of it, added to the scores
	reaching              // the part of memory with its score, which a list of many documents shares
	adding                // the same where documents that were not met before do not count
	listing               // a document of a list, put into a set
	sorting               // the score of a document, compared with others
	sweeping              // 64 documents of a set
	glancing              // a word of the vocabulary, its set of letters compared with that of one that was typed
	spelling              // such a word, compared letter for letter
	stemming              // the stems of a word that was typed
	rhyming               // a word of the vocabulary with the same consonants, compared with one that was typed
	naming                // a word of the vocabulary, taken for what was typed
	marking               // such a word, marked before documents are looked at
	looking               // a document that is looked at
	wording               // a word of it
	matching              // a word of it that stands for one of the query
	pairing               // two of those, compared
	fetching              // a document that is read letter for letter, or for a phrase
	comparing             // a word of it
	tasks
)

// cost is what the tasks cost, in units of about a nanosecond: fitted to the
// processor time of the queries of BenchmarkHardest among a million statements.
var cost = [tasks]int{
	opening: 340, counting: 2, reaching: 4, adding: 3, listing: 2, sorting: 3, sweeping: 1, glancing: 2, spelling: 40, stemming: 10_000, rhyming: 85, naming: 100, marking: 25,
	looking: 200, wording: 10, matching: 12, pairing: 3, fetching: 150, comparing: 8,
}

// budget is what one search may cost. Many words need less: what holds most of
// them is found before there is anything to guess.
const (
	budget     = 12_000_000
	longBudget = 9_000_000
	longQuery  = 12 // words
)

// budgetOf is what the search for a query may cost.
func budgetOf(q *Query) int {
	if len(q.Words) > longQuery {
		return longBudget
	}
	return budget
}

// work is what a search may still do.
type work struct {
	left  int
	floor int // what the present stage must leave to those after it
	cut   Cut
}

// do counts that a task was done so many times.
func (w *work) do(t task, times int) { w.left -= times * cost[t] }

// through counts a search through the vocabulary.
func (w *work) through(l segment.Looked) {
	w.do(glancing, l.Sets)
	w.do(spelling, l.Words)
}

// free is what the present stage may still use.
func (w *work) free() int { return max(w.left-w.floor, 0) }

// lend lets a stage use at most so much of it. What is returned ends the stage.
func (w *work) lend(most int) (end func()) {
	before := w.floor
	w.floor = max(before, w.left-most)
	return func() { w.floor = before }
}

// share lends a part of what is free.
func (w *work) share(part int) (end func()) { return w.lend(w.free() / part) }

// over reports whether the present stage has used what it may, and if so notes
// what is left out.
func (w *work) over(c Cut) bool {
	if w.left > w.floor {
		return false
	}
	w.cut |= c
	return true
}

// Cut tells what a search left out because its work was spent.
type Cut uint8

// What can be left out.
const (
	CutDocuments Cut = 1 << iota // documents that hold words of the query
	CutGuesses                   // words that some of the query may be slips or parts of
	CutRun                       // documents that may hold the query letter for letter
)

// String says it in words, "" where nothing was left out.
func (c Cut) String() string {
	var out []string
	for _, s := range []struct {
		cut  Cut
		says string
	}{
		{CutDocuments, "not every document with these words was compared, only the most promising and of equal ones the newest"},
		{CutGuesses, "not every word was tried as a slip or a part of others"},
		{CutRun, "not every document was searched for the query letter for letter"},
	} {
		if c&s.cut != 0 {
			out = append(out, s.says)
		}
	}
	return strings.Join(out, "; ")
}
