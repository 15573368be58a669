package report

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// writeOnly names the format that a process started by
// BenchmarkHundredThousandQuotations writes.
const writeOnly = "ONRECORD_WRITE_ONLY"

// TestMain lets the test program serve as one that writes a single report.
func TestMain(m *testing.M) {
	format := Format(os.Getenv(writeOnly))
	if format == "" {
		os.Exit(m.Run())
	}
	model := bigModel(50_000)
	if format == "none" {
		os.Exit(0)
	}
	out := bufio.NewWriterSize(io.Discard, 1<<16)
	if Write(out, model, format) != nil || out.Flush() != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// BenchmarkHundredThousandQuotations writes 50,000 claims with 100,000
// quotations in every format, each in a process of its own, and tells the
// memory that the process held at its peak, the model included, and its
// processor time. "none" is the model alone.
func BenchmarkHundredThousandQuotations(b *testing.B) {
	for _, f := range append([]Format{"none"}, Formats()...) {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				run := exec.Command(os.Args[0]) //nolint:gosec // this test itself
				run.Env = append(os.Environ(), writeOnly+"="+string(f))
				if out, err := run.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				usage, ok := run.ProcessState.SysUsage().(*syscall.Rusage)
				if !ok {
					b.Skip("this system does not tell the memory of a process")
				}
				b.ReportMetric(float64(usage.Maxrss)/1024, "peak-MB")
				b.ReportMetric(run.ProcessState.UserTime().Seconds(), "cpu-s")
			}
		})
	}
}
