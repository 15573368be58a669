package extract

import (
	"fmt"
	"io"
)

// Explain prints every stage of the extraction of an article for people.
func Explain(w io.Writer, in Input) {
	fmt.Fprintln(w, in.Title)
}
