package ingest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFetch follows a redirect to a page and keeps the way and the bytes.
func TestFetch(t *testing.T) {
	const page = "<html><head><title>Dam holds</title></head><body><h1>Dam holds</h1><p>The keeper said that the dam had held through the night.</p></body></html>"
	mux := http.NewServeMux()
	mux.Handle("/old", http.RedirectHandler("/story.html", http.StatusMovedPermanently))
	mux.HandleFunc("/story.html", func(w http.ResponseWriter, _ *http.Request) {
		if _, err := w.Write([]byte(page)); err != nil {
			t.Error(err)
		}
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, _ *http.Request) {
		for range 64 {
			if _, err := w.Write(make([]byte, 1024)); err != nil {
				return
			}
		}
	})
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	srv := httptest.NewTLSServer(mux)
	defer srv.Close()
	got, err := Fetch(context.Background(), srv.Client(), srv.URL+"/old", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{srv.URL + "/old", srv.URL + "/story.html"}, got.Hops); diff != "" {
		t.Error(diff)
	}
	if string(got.Body) != page || len(got.Items) != 1 || got.Items[0].Article.URL != srv.URL+"/story.html" || got.Items[0].Article.Title != "Dam holds" {
		t.Errorf("fetched %+v", got.Items)
	}
	for path, want := range map[string]string{"/none": "404", "/endless": "too large", "/loop": "redirects"} {
		if _, err := Fetch(context.Background(), srv.Client(), srv.URL+path, Limits{Member: 10 << 10}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Fetch(context.Background(), nil, "ftp://example.org/x", Limits{}); err == nil {
		t.Error("ftp was asked for")
	}
}

// TestAddresses asks by https first.
func TestAddresses(t *testing.T) {
	for in, want := range map[string][]string{
		"harbourpost.example/a":        {"https://harbourpost.example/a"},
		"http://harbourpost.example/a": {"https://harbourpost.example/a", "http://harbourpost.example/a"},
		"http://localhost:8080/":       {"http://localhost:8080/"},
	} {
		if got, err := addresses(in); err != nil || !cmp.Equal(got, want) {
			t.Errorf("%s: %v, %v", in, got, err)
		}
	}
}
