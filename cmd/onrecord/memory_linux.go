//go:build cgo

package main

/*
#include <malloc.h>

static void keepFreed(void) {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 32 << 20);
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	mallopt(M_TOP_PAD, 16 << 20);
#endif
}
*/
import "C"

// init lets the C library keep what is freed. Without a graphics card Mesa allocates some
// megabytes for every frame; given back to the system they are fetched anew, page by page,
// which takes a tenth of the time of a letter typed into the search.
func init() { C.keepFreed() }
