// Package storage keeps an archive in one bbolt file. It implements desk.Store
// and what is done to an archive as a whole: the open format, verification,
// backups, salvage, migration. It knows no window and no command line.
//
// The whole database:
//
//	archive.db
//	├── meta                                   a handful of values about the file
//	│   ├── format                             uvarint: layout of the file, see migrate.go
//	│   ├── created                            when the archive was made
//	│   ├── undo, redo                         position of the change that Undo, Redo take back
//	│   ├── purged                             last position whose images were thrown away
//	│   ├── indexing                           1 while the indexes are not whole (reindex.go)
//	│   └── restoring                          1 while the load of a whole dump has not ended (load.go)
//	├── records
//	│   └── article, statement, speaker …      one bucket a kind
//	│       └── <id>                           version, checksum, fields (codec.go, packing.go)
//	├── index
//	│   └── statement/date, claim/due …        one bucket an index (index.go)
//	│       └── <value><order><id>             empty value; frequent values are a byte (indexwords.go)
//	├── counts
//	│   └── <index>, <index><value>            uvarint: rows of an index, rows of one of its values
//	├── texts
//	│   └── <sha-256>                          frozen text of an article, compressed
//	├── blobs
//	│   └── <sha-256>                          any other file kept by hash, compressed
//	├── journal
//	│   └── <seq>                              who, when, what, keys, hash of the entry before
//	├── images
//	│   └── <seq><n>                           the record that edit n of entry seq replaced
//	└── trash
//	    └── <kind><id>                         <seq><n> of the image of a deleted record
//
// Identifiers are 17 bytes where they are ULIDs, positions and dates are
// big-endian, so that bytes sort as the screens list (keys.go). Records hold no
// article text, so lists never read one.
//
// What a question costs, in reads of the tree; one read descends three or four
// pages in an archive of a million statements:
//
//	Get                           1
//	Text, Blob                    1, and the pages of the value
//	List, page of n rows          1 to find the first, 1 a row; n steps of the index
//	List of all values in period  1 more for each value that is stepped over;
//	                              in a short period 2 for each record of it
//	Count, whole index or value   1; indexes without counts: a step a row
//	Count in a period             a step for each row of the period
//	Facets                        a step a value; indexes without counts: a step a row
//	All                           a step a record
//	Apply, for each record        1 for it, 1 a reference, 1 an index row that changes
//	Undo, Redo                    1 for the entry, then as Apply
//	Standing, Seq                 1 or 2
//
// The journal keeps only the record that an edit replaced: what it was replaced
// by is the record itself or the image of the next entry that touches it. A
// bulk import therefore costs the journal nothing but keys.
//
// Pages that were split in halves, and those that nothing needs any more, are
// given back by writing the tree anew (compact.go) after a long import, a load,
// an emptied trash or an index made anew.
package storage

import (
	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// The buckets at the top of the tree.
var (
	bucketMeta    = []byte("meta")
	bucketRecords = []byte("records")
	bucketIndex   = []byte("index")
	bucketCounts  = []byte("counts")
	bucketTexts   = []byte("texts")
	bucketBlobs   = []byte("blobs")
	bucketJournal = []byte("journal")
	bucketImages  = []byte("images")
	bucketTrash   = []byte("trash")
)

// The keys of the meta bucket.
var (
	metaFormat    = []byte("format")
	metaCreated   = []byte("created")
	metaUndo      = []byte("undo")
	metaRedo      = []byte("redo")
	metaPurged    = []byte("purged")
	metaIndexing  = []byte("indexing")
	metaRestoring = []byte("restoring")
)

var topBuckets = [][]byte{
	bucketMeta, bucketRecords, bucketIndex, bucketCounts, bucketTexts,
	bucketBlobs, bucketJournal, bucketImages, bucketTrash,
}

// createBuckets makes the tree of an empty archive, or what is missing of it.
func createBuckets(tx *bolt.Tx) error {
	for _, name := range topBuckets {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	for _, kind := range claims.Kinds {
		if _, err := tx.Bucket(bucketRecords).CreateBucketIfNotExists([]byte(kind)); err != nil {
			return err
		}
	}
	return createIndexBuckets(tx)
}

func createIndexBuckets(tx *bolt.Tx) error {
	for _, x := range allIndexes {
		if _, err := tx.Bucket(bucketIndex).CreateBucketIfNotExists(x.bucket); err != nil {
			return err
		}
	}
	return nil
}
