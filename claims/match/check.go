package match

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"onrecord/claims"
)

// Check compares the index with the documents that the records make, each key
// once. What differs is an error with claims.CodeDamaged that counts the
// differences and names the first few; building the index anew mends it.
func (ix *Index) Check(ctx context.Context, docs iter.Seq2[Doc, error]) error {
	c := checker{view: ix.view()}
	for d, err := range docs {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		c.compare(&d)
	}
	if extra := c.view.docs - c.seen; extra > 0 {
		c.count += extra
		c.named = append(c.named, fmt.Sprintf("%d that no record has any more", extra))
	}
	if c.count == 0 {
		return nil
	}
	return &claims.Error{
		Code: claims.CodeDamaged, What: "search index",
		Reason: claims.SayN("error.documentsDifferFrom", "%d documents differ from the records: %s", c.count, strings.Join(c.named, ", ")),
		Advice: claims.Say("error.buildAnewFrom", "Build it anew from the records"),
	}
}

type checker struct {
	view  *view
	seen  int // documents that are in the index, rightly or not
	count int
	named []string
}

func (c *checker) differs(d *Doc, how string) {
	const most = 5
	if c.count++; len(c.named) < most {
		c.named = append(c.named, fmt.Sprintf("%s %s %s", d.Kind, d.ID, how))
	}
}

// compare looks the document up and lays its words beside those it should
// have.
func (c *checker) compare(d *Doc) {
	seg, doc, ok := c.view.find(d.Key())
	if !ok {
		c.differs(d, "is missing")
		return
	}
	c.seen++
	if !seg.Holds(doc, d.entry()) {
		c.differs(d, "is not as it was indexed")
	}
}
