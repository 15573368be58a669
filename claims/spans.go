package claims

// MapSpans gives a copy of a record in which f has replaced every span of an
// article's text; a record that has none is given as it is. An error of f is
// returned.
func MapSpans(r Record, f func(article ID, s Span) (Span, error)) (Record, error) {
	switch r := r.(type) {
	case *Statement:
		return r.mapSpans(f)
	case *Outcome:
		return r.mapSpans(f)
	}
	return r, nil
}

func (s *Statement) mapSpans(f func(ID, Span) (Span, error)) (Record, error) {
	out := *s
	if s.Article == "" {
		return &out, nil
	}
	for _, part := range []*[]Span{&out.Content, &out.Cue, &out.Source} {
		if len(*part) == 0 {
			continue
		}
		spans := make([]Span, len(*part))
		for i, from := range *part {
			to, err := f(s.Article, from)
			if err != nil {
				return nil, err
			}
			spans[i] = to
		}
		*part = spans
	}
	return &out, nil
}

func (o *Outcome) mapSpans(f func(ID, Span) (Span, error)) (Record, error) {
	out := *o
	out.Evidence = append([]Evidence(nil), o.Evidence...)
	for i := range out.Evidence {
		e := &out.Evidence[i]
		if e.Article == "" {
			continue
		}
		to, err := f(e.Article, e.Span)
		if err != nil {
			return nil, err
		}
		e.Span = to
	}
	return &out, nil
}
