package attribution

import "strings"

// against tells where the token stands to the content and the cue.
func (v *view) against(n int, content []Stretch) uint32 {
	at := uint32(0)
	for _, st := range content {
		switch {
		case st.Last < n && n < v.c, v.c < n && n < st.First:
			at |= 1 // between cue and content
		case st.First > n && v.c > n, st.Last < n && v.c < n:
			at |= 2
		default:
			at |= 4
		}
	}
	return at
}

// nearer counts the mentions between the token and the cue, up to three.
func (v *view) nearer(n int) uint32 {
	a, z := min(n, v.c), max(n, v.c)
	k := uint32(0)
	for i := a + 1; i < z && k < 3; i++ {
		if r := v.s.Doc.Tokens[i].Rel; strings.HasPrefix(r, "nsubj") || v.s.Doc.Tokens[i].Tag == "PRP" {
			k++
		}
	}
	return k
}

// path is the chain of relations from the token to the cue, up to four steps
// up and four down.
func (v *view) path(n int) uint32 {
	t := v.s.Doc.Tokens
	h := uint32(1)
	for step := 0; step < 5 && n >= 0; step++ {
		if n == v.c {
			return mix(h, 2)
		}
		for k, a := range v.ancestors {
			if int(a) != n {
				continue
			}
			at := v.c
			for j := 0; j <= k && j < 4; j++ {
				h = mix(h, v.s.hash[at].rel+5)
				at = t[at].Head
			}
			return h
		}
		h = mix(h, v.s.hash[n].rel)
		n = t[n].Head
	}
	return 3
}
