package library

import "sort"

// outletNames lists all outlets by name, after the words for all of them.
func outletNames(counts map[string]int, all string) []string {
	names := make([]string, 0, len(counts)+1)
	for name := range counts {
		if name != "" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return append([]string{all}, names...)
}
