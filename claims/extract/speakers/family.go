package speakers

import "onrecord/claims/lang"

// byPair resolves "the pair" to two people who were named together.
func (a *article) byPair(core lang.Range, head int) (answer, bool) {
	switch a.toks[head].Lower {
	case "pair", "couple", "duo", "two":
	default:
		return nobody, false
	}
	for _, s := range a.antecedents(core.First, "they", -1) {
		if a.ents[s.ent].pair {
			return answer{ent: s.ent, how: "the two who were named together", sure: 0.85}, true
		}
	}
	return nobody, false
}
