package ingest

import (
	"context"
	"errors"
	"time"

	"onrecord/claims"
)

// Limits bound what one input may cost. A zero field means the default.
type Limits struct {
	In      int64         // bytes of the input itself
	Out     int64         // bytes unpacked from it, all members together
	Member  int64         // bytes of one member, after unpacking
	Ratio   int64         // bytes unpacked for one packed byte, once a mebibyte is passed
	Depth   int           // containers inside of containers, elements inside of elements times 100
	Members int           // files in an archive, records, entries, parts of a mail
	Time    time.Duration // for the whole input
}

// DefaultLimits are wide enough for a year of a newsletter in one archive, and
// narrow enough that a hostile file costs seconds and some hundred megabytes.
var DefaultLimits = Limits{
	In: 256 << 20, Out: 256 << 20, Member: 64 << 20, Ratio: 200, Depth: 5, Members: 10_000, Time: 8 * time.Second,
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	fill(&l.In, d.In)
	fill(&l.Out, d.Out)
	fill(&l.Member, d.Member)
	fill(&l.Ratio, d.Ratio)
	fill(&l.Depth, d.Depth)
	fill(&l.Members, d.Members)
	fill(&l.Time, d.Time)
	return l
}

func fill[T int | int64 | time.Duration](to *T, from T) {
	if *to <= 0 {
		*to = from
	}
}

// job is the reading of one input: its limits and what is left of them. It is
// handed down into the members of archives, so that all share one budget.
type job struct {
	ctx   context.Context
	lim   Limits
	depth int    // of containers around the bytes at hand
	spent *int64 // bytes unpacked so far
}

func newJob(ctx context.Context, lim Limits) *job {
	return &job{ctx: ctx, lim: lim, spent: new(int64)}
}

// inside is the job for the members of a container.
func (j *job) inside(name string) (*job, error) {
	if j.depth+1 > j.lim.Depth {
		return nil, claims.Refused(name, claims.Say("error.hasArchivesWithin", "has archives within archives more than %d deep", j.lim.Depth))
	}
	in := *j
	in.depth++
	return &in, nil
}

// over tells why the work has to stop: time is up, or nobody waits for it.
func (j *job) over(name string) error {
	err := j.ctx.Err()
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return &claims.Error{
			Code: claims.CodeRefused, What: name, Err: err,
			Reason: claims.Say("error.takesLongerThan", "takes longer than %s to read", j.lim.Time), Advice: claims.Say("error.hostile", "The file may be damaged or made to block programs."),
		}
	}
	return err
}
