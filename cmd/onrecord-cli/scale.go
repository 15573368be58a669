package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/claims"
)

type scaleCmd struct {
	List scaleListCmd `cmd:"" help:"List the scales with their values."`
	Edit scaleEditCmd `cmd:"" help:"Rename, colour, rate, add or remove values. One in use vanishes only when its claims move to another."`
}

type scaleListCmd struct{ formatFlag }

// Run lists the scales.
func (c *scaleListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	scales, err := ar.Scales(ctx)
	if err != nil {
		return err
	}
	for _, s := range scales {
		if err := c.record(ctx, a, s, func(claims.Record) error { return printScale(a.out, s) }); err != nil {
			return err
		}
	}
	return nil
}

func printScale(out *output, s *claims.Scale) error {
	classes := make([]string, len(s.Classes))
	for i, c := range s.Classes {
		classes[i] = string(c)
	}
	if err := out.printf("%s  %s: %s\n", s.ID, s.Name, strings.Join(classes, ", ")); err != nil {
		return err
	}
	for _, v := range s.Values {
		final := "open"
		if v.Final {
			final = "final"
		}
		if err := out.printf("  %-16s %-22s %s  rating %g  %s\n", v.ID, v.Label, v.Colour, v.Rating, final); err != nil {
			return err
		}
	}
	return nil
}

type scaleEditCmd struct {
	ID     claims.ID         `arg:"" help:"Identifier of the scale: promise, prediction, statement-of-fact."`
	Add    map[string]string `help:"Add a final value: identifier=Word." placeholder:"ID=WORD"`
	Rename map[string]string `help:"Give a value another word." placeholder:"ID=WORD"`
	Colour map[string]string `help:"Colour of a value." placeholder:"ID=#RRGGBB"`
	Rating map[string]string `help:"Rating of a value for ClaimReview, 1 to 5; 0 for none." placeholder:"ID=N"`
	Remove []string          `help:"Take a value off the scale." placeholder:"ID"`
	Move   map[string]string `help:"Where the claims of a removed value go." placeholder:"ID=ID"`
}

// Run changes a scale.
func (c *scaleEditCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	scales, err := ar.Scales(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(scales, func(s *claims.Scale) bool { return s.ID == c.ID })
	if i < 0 {
		return claims.Invalid("scale", claims.Plain(fmt.Sprintf("there is none called %q; scale list shows them", c.ID)))
	}
	s := *scales[i]
	s.Values = slices.Clone(s.Values)
	if err := c.apply(&s); err != nil {
		return err
	}
	if err := ar.EditScale(ctx, s, c.Move); err != nil {
		return err
	}
	return printScale(a.out, &s)
}

func (c *scaleEditCmd) apply(s *claims.Scale) error {
	for id, word := range c.Add {
		s.Values = append(s.Values, claims.Value{ID: id, Label: word, Colour: "#6b7280", Final: true})
	}
	for _, change := range []struct {
		to  map[string]string
		set func(v *claims.Value, word string) error
	}{
		{c.Rename, func(v *claims.Value, word string) error { v.Label = word; return nil }},
		{c.Colour, func(v *claims.Value, word string) error { v.Colour = word; return nil }},
		{c.Rating, func(v *claims.Value, word string) (err error) {
			if v.Rating, err = strconv.ParseFloat(word, 64); err != nil {
				return claims.Invalid("rating", claims.Plain(fmt.Sprintf("%q is not a number", word)))
			}
			return nil
		}},
	} {
		for id, word := range change.to {
			i, err := valueOn(s, id)
			if err != nil {
				return err
			}
			if err := change.set(&s.Values[i], word); err != nil {
				return err
			}
		}
	}
	for _, id := range c.Remove {
		i, err := valueOn(s, id)
		if err != nil {
			return err
		}
		s.Values = slices.Delete(s.Values, i, i+1)
	}
	return nil
}

// valueOn finds a value of the scale by its identifier.
func valueOn(s *claims.Scale, id string) (int, error) {
	ids := make([]string, len(s.Values))
	for i, v := range s.Values {
		if v.ID == id {
			return i, nil
		}
		ids[i] = v.ID
	}
	return 0, claims.Invalid("value", claims.Plain(fmt.Sprintf("%q is not on the scale: %s", id, strings.Join(ids, ", "))))
}
