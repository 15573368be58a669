package ingest

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

var (
	// mailStart parts the mails of a mailbox (RFC 4155): an empty line, a line that
	// begins with "From " and the first field of a header.
	mailStart = regexp.MustCompile(`\r?\n\r?\n(From [^\r\n]*\r?\n)[A-Za-z][A-Za-z0-9-]*:`)
	// quotedFrom is a line of the text that would part mails if it had no mark.
	quotedFrom = regexp.MustCompile(`(?m)^>(>*From )`)
)

// mailbox gives the mails of a mailbox, most at most; none for any other file.
func mailbox(data []byte, most int) (mails [][]byte) {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return nil
	}
	from := 0
	for _, at := range mailStart.FindAllSubmatchIndex(data, most-1) {
		mails = append(mails, data[from:at[2]])
		from = at[2]
	}
	return append(mails, data[from:])
}

// mails reads the mails of a mailbox one by one.
func (j *job) mails(name string, mails [][]byte) (items []Item, err error) {
	var errs []error
	for i, m := range mails {
		found, err := readMail(j, name, quotedFrom.ReplaceAll(m, []byte("$1")))
		for k := range found {
			found[k].Part = strings.TrimSuffix(fmt.Sprintf("mail %d/%s", i+1, found[k].Part), "/")
		}
		items = append(items, found...)
		if err != nil {
			errs = append(errs, err)
		}
		if err := j.over(name); err != nil {
			return items, err
		}
	}
	return items, joinErrors(name, errs)
}
