package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"onrecord/claims"
	"onrecord/claims/extract"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	enc := json.NewEncoder(w)
	for _, f := range os.Args[1:] {
		if !strings.HasSuffix(f, ".txt") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		in := extract.Input{Text: string(b), Language: "en"}
		if m, err := os.ReadFile(f[:len(f)-4] + ".meta.json"); err == nil {
			var meta struct{ Published string }
			_ = json.Unmarshal(m, &meta)
			in.Published, _ = claims.ParseDate(meta.Published)
		}
		if len(os.Args) > 2 && os.Args[1] == "explain" {
			extract.Explain(os.Stdout, in)
			continue
		}
		r := claims.NewRunes(in.Text)
		pts := func(ss []claims.Span) []map[string]int {
			out := []map[string]int{}
			for _, s := range ss {
				p := r.Points(s)
				out = append(out, map[string]int{"start": p.Start, "end": p.End})
			}
			return out
		}
		st := []any{}
		for _, x := range extract.Statements(in) {
			st = append(st, map[string]any{"kind": x.Kind, "content": pts(x.Content), "cue": pts(x.Cue), "source": pts(x.Source),
				"speaker": map[string]any{"name": x.Who.Name}, "polarity": x.Polarity, "class": x.Class, "due": x.Due.String(), "said_on": x.SaidOn.String(),
				"confidence": x.Why.Confidence, "rule": x.Why.Rule})
		}
		enc.Encode(map[string]any{"file": f, "statements": st})
	}
}
