package assess

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/when"
)

// deadline finds the deadline of a statement. "Tomorrow" and "today" in
// indirect speech are a report's own words and count from its day. A month that
// could be long past is the next one where it stands with "will".
func deadline(in Input, ws []word) (when.Expression, bool) {
	e, ok := when.Due(in.Text, in.SaidOn)
	if !ok {
		if e, ok = when.Coming(in.Text, in.SaidOn); ok && !toCome(ws, e.Span) {
			return when.Expression{}, false
		}
	}
	if in.Agenda != nil && (!ok || e.Kind == when.Vague) {
		if event, awaited := when.Await(in.Text); awaited {
			if day, found := in.Agenda().Due(event, in.SaidOn); found {
				return day, true
			}
		}
	}
	if in.Kind != claims.Indirect || in.Reported.IsZero() || in.Reported == in.SaidOn {
		return e, ok
	}
	if again, found := when.Due(in.Text, in.Reported); ok && found && again.Span == e.Span && strings.Contains(strings.ToLower(e.Span.In(in.Text)), "tomorrow") {
		return again, true
	}
	return e, ok
}

// dueToday gives "today" of what is said to happen on that very day: "the vote
// will be held today", "by noon today". Where nothing is to come, the word only
// dates the saying: "today I promise".
func dueToday(in Input, ws []word) (when.Expression, bool) {
	ref := in.SaidOn
	if in.Kind == claims.Indirect && !in.Reported.IsZero() {
		ref = in.Reported
	}
	if !ref.IsFull() || !hasToday(ws) {
		return when.Expression{}, false
	}
	for _, e := range when.Find(in.Text, ref) {
		if e.Kind == when.Day && e.First == ref && e.Last == ref && !e.Since && saysToday(e.Span.In(in.Text)) && (e.Deadline || toCome(ws, e.Span)) && !compared(ws, e.Span) {
			return e, true
		}
	}
	return when.Expression{}, false
}

// compared reports whether the time is one that something is measured by: "worse
// than life today".
func compared(ws []word, at claims.Span) bool {
	const near = 3
	for i := range ws {
		if ws[i].start >= at.Start {
			return slices.ContainsFunc(ws[max(0, i-near):i], func(w word) bool { return w.low == "than" })
		}
	}
	return false
}

func hasToday(ws []word) bool {
	for i := range ws {
		if w := ws[i].low; w == "today" || w == "tonight" || w == "this" {
			return true
		}
	}
	return false
}

func saysToday(words string) bool {
	words = strings.ToLower(words)
	for _, w := range []string{"today", "tonight", "this morning", "this afternoon", "this evening"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	return false
}

// toCome reports whether the clause around the time speaks of what is to come:
// "will be held today", "was ending her campaign today".
func toCome(ws []word, at claims.Span) bool {
	const before, behind = 10, 4
	first := 0
	for first < len(ws) && ws[first].start < at.Start {
		first++
	}
	for i := first - 1; i >= 0 && i >= first-before; i-- {
		w := &ws[i]
		switch {
		case w.low == "." || w.low == ";" || w.low == "that":
			i = -1
		case w.is(ofWill | ofWould | ofMay), w.is(ofExpect) && (w.low == "expects" || isNow[ws[max(0, i-1)].low] || auxiliary[ws[max(0, i-1)].low]), w.low == "to" && (ws[max(0, i-1)].is(ofPresent|ofPlan) || auxiliary[ws[max(0, i-1)].low]):
			return true
		case (strings.HasSuffix(w.low, "ing") || w.low == "headed" || w.low == "bound") && i > 0 && auxiliary[ws[i-1].low]:
			return true
		}
	}
	for i := first; i < len(ws) && i < first+behind+1; i++ {
		if ws[i].low == "," || ws[i].low == "that" {
			return false
		}
		if ws[i].is(ofWill) {
			return true
		}
	}
	return false
}

var auxiliary = words("am is are was were be i'm we're they're he's she's it's")
