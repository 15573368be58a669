package ingest

import "bytes"

func looksLikeHTML(head []byte) int {
	low := bytes.ToLower(head)
	for _, mark := range []string{"<!doctype html", "<html", "<body", "<article", "<head>"} {
		if bytes.Contains(low, []byte(mark)) {
			return likely
		}
	}
	return 0
}
