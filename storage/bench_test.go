package storage

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"
	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// BenchmarkArchive measures a large archive against the limits of the machine
// in the same run. ONRECORD_BENCH_STATEMENTS sets its size; ten statements make
// an article of some 3,000 bytes. The figures of a run are in
// docs/benchmarks-storage.md.
func BenchmarkArchive(b *testing.B) {
	n := 20_000
	if s, err := strconv.Atoi(os.Getenv("ONRECORD_BENCH_STATEMENTS")); err == nil {
		n = s
	}
	folder := b.TempDir()
	path, lines := filepath.Join(folder, "a.db"), filepath.Join(folder, "a.jsonl")
	raw := writeBenchLines(b, lines, n)
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			_ = os.Remove(path)
			benchLoad(b, path, lines)
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
	})
	b.Run("limit/parse", func(b *testing.B) {
		for b.Loop() {
			benchParse(b, lines)
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
	})
	b.Run("limit/puts", func(b *testing.B) {
		for b.Loop() {
			benchPuts(b, path, filepath.Join(folder, "raw.db"))
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
	})
	b.Run("size", func(b *testing.B) {
		for b.Loop() {
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(info.Size()-2*raw)/float64(n), "bytes/statement-over-twice-the-text")
			b.ReportMetric(float64(info.Size())/float64(raw), "archive/text")
		}
	})
	b.Run("open to first page", func(b *testing.B) {
		for b.Loop() {
			a, err := Open(path, Options{})
			if err != nil {
				b.Fatal(err)
			}
			benchPage(b, a, desk.Query{Kind: claims.KindStatement, Index: desk.ByDate, Reverse: true})
			if err := a.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	benchPages(b, path)
}

func benchPages(b *testing.B, path string) {
	a, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // only read
	speaker, middle := benchSpeaker(7), "2012-06-15"
	for _, q := range []desk.Query{
		{Index: desk.ByID},
		{Index: desk.ByDate},
		{Index: desk.ByDate, From: middle},
		{Index: desk.ByDate, To: middle, Reverse: true},
		{Index: desk.BySpeaker},
		{Index: desk.BySpeaker, Value: string(speaker)},
		{Index: desk.BySpeaker, From: middle, To: middle},
		{Index: desk.ByClass, Value: "promise"},
		{Index: desk.ByReview, Value: "unreviewed"},
		{Index: desk.ByRule, Value: "cue verb/unreviewed"},
		{Index: desk.ByTag, Value: "toll"},
		{Index: desk.ByArticle},
	} {
		q.Kind = claims.KindStatement
		b.Run(fmt.Sprintf("page by %s %s %s..%s", q.Index, q.Value, q.From, q.To), func(b *testing.B) {
			for b.Loop() {
				benchPage(b, a, q)
			}
		})
	}
	b.Run("counts and facets", func(b *testing.B) {
		for b.Loop() {
			if _, err := a.Count(context.Background(), desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(speaker)}); err != nil {
				b.Fatal(err)
			}
			if _, err := a.Facets(context.Background(), claims.KindStatement, desk.ByReview); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("memory at rest", func(b *testing.B) {
		for b.Loop() {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapInuse)/(1<<20), "MB-heap")
		}
	})
}

func benchPage(b *testing.B, a *Archive, q desk.Query) {
	b.Helper()
	if _, err := a.List(context.Background(), q); err != nil {
		b.Fatal(err)
	}
}

func benchLoad(b *testing.B, path, lines string) {
	b.Helper()
	a, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(lines) //nolint:gosec // written above
	if err != nil {
		b.Fatal(err)
	}
	if _, err := a.Load(context.Background(), f, "", nil); err != nil {
		b.Fatal(err)
	}
	_ = f.Close()
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
}

// benchParse reads the same lines and does nothing with them.
func benchParse(b *testing.B, lines string) {
	b.Helper()
	f, err := os.Open(lines) //nolint:gosec // written above
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	in := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := readLine(in)
		if err == io.EOF { //nolint:errorlint // readLine hands it on as it is
			return
		}
		var v claims.Statement
		if err := json.Unmarshal(line, &v); err != nil && len(line) == 0 {
			b.Fatal(err)
		}
	}
}

// benchPuts copies every key and value of the archive into a new file with
// nothing but bbolt, in the order of the keys: what the disk and bbolt allow.
func benchPuts(b *testing.B, from, to string) {
	b.Helper()
	src, err := bolt.Open(from, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer src.Close() //nolint:errcheck // only read
	_ = os.Remove(to)
	dst, err := bolt.Open(to, 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	if err := bolt.Compact(dst, src, 64<<20); err != nil {
		b.Fatal(err)
	}
	if err := dst.Close(); err != nil {
		b.Fatal(err)
	}
}

// benchID is an identifier as the program mints them: they sort by the moment
// they were made.
func benchID(n int) claims.ID {
	var u ulid.ULID
	_ = u.SetTime(uint64(1_700_000_000_000 + n)) //nolint:gosec // a number of a test
	_ = u.SetEntropy([]byte("0123456789"))
	return claims.ID(u.String())
}

func benchSpeaker(i int) claims.ID { return speakerID(fmt.Sprint("speaker ", i)) }

// writeBenchLines writes an invented archive in the open format and returns
// the size of its texts.
func writeBenchLines(b *testing.B, path string, n int) (raw int64) {
	b.Helper()
	f, err := os.Create(path) //nolint:gosec // in a folder of the test
	if err != nil {
		b.Fatal(err)
	}
	out := bufio.NewWriterSize(f, 1<<20)
	line := func(r claims.Record) { _, _ = out.Write(append(must(recordLine(r, false)), '\n')) }
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same archive every time
	speakers := max(10, n/200)
	for i := range speakers {
		line(&claims.Speaker{ID: benchSpeaker(i), Name: fmt.Sprint("Speaker ", i), Type: claims.Person})
	}
	for i := range n / 10 {
		text, starts := benchText(r)
		raw += int64(len(text))
		hash := claims.HashOf([]byte(text))
		_, _ = out.Write(append(must(marshal(blobLine{Type: lineText, Hash: hash, Text: &text})), '\n'))
		day := claims.DateOf(time.Date(2000, 1, 1+r.IntN(9000), 0, 0, 0, 0, time.UTC))
		a := &claims.Article{ID: benchID(i), Title: text[:40], Outlet: fmt.Sprint("Outlet ", r.IntN(40)), Published: day, Text: hash, Length: len(text), Language: "en", Format: "txt"}
		line(a)
		for j := range 10 {
			line(benchStatement(r, a, text, starts[3*j], starts[3*j+1], benchSpeaker(r.IntN(speakers)), 10*i+j))
		}
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return raw
}

func benchStatement(r *rand.Rand, a *claims.Article, text string, start, end int, speaker claims.ID, n int) *claims.Statement {
	s := &claims.Statement{
		ID: benchID(n), Article: a.ID, Kind: claims.Indirect, Content: []claims.Span{{Start: start, End: end - 1}}, Text: text[start : end-1],
		Cue: []claims.Span{{Start: end, End: end + 4}}, Source: []claims.Span{{Start: end + 5, End: end + 9}}, CueText: text[end : end+4], Mention: text[end+5 : end+9],
		Speaker: speaker, SaidOn: a.Published, Why: claims.Why{Rule: "cue verb", Evidence: []string{"cue verb after the content", "source is the subject"}, Confidence: float64(r.IntN(1000)) / 1000},
		Class: claims.Classes[r.IntN(len(claims.Classes))], Worth: r.Float64(), Polarity: claims.Positive, Review: claims.Unreviewed,
	}
	if r.IntN(20) == 0 {
		s.Tags = []string{"toll"}
	}
	return s
}

// benchText makes an article of thirty sentences and tells where each begins.
// Its words follow Zipf's law, as those of a language do.
func benchText(r *rand.Rand) (text string, starts []int) {
	zipf := rand.NewZipf(r, 1.1, 4, 20000)
	var out []byte
	for range 31 {
		starts = append(starts, len(out))
		for range 10 + r.IntN(12) {
			word := zipf.Uint64()
			for k := range 2 + word%7 {
				out = append(out, "etaoinshrdlucmfwypvbgk"[(word*7+k*k*13+word>>3)%22])
			}
			out = append(out, ' ')
		}
	}
	return string(out), starts
}
