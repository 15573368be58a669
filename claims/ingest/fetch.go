package ingest

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"onrecord/claims"
)

// Fetched is a page as a server gave it.
type Fetched struct {
	Items []Item
	Body  []byte
	// Hops are the addresses on the way: the one that was asked for, those it
	// redirected to, and last the one that answered.
	Hops []string
	At   time.Time
}

// maxHops is how many redirects are followed.
const maxHops = 10

// Fetch reads the article at an address. An address without a scheme, or with
// http, is asked for by https first. Nothing but the page itself is fetched.
// The client may be nil; its Timeout and CheckRedirect are replaced.
func Fetch(ctx context.Context, client *http.Client, address string, lim Limits) (Fetched, error) {
	lim = lim.orDefault()
	tries, err := addresses(address)
	if err != nil {
		return Fetched{}, err
	}
	var page Fetched
	for _, u := range tries {
		page, err = get(ctx, client, u, lim)
		var netErr *net.OpError
		if err == nil || !errors.As(err, &netErr) && !strings.Contains(err.Error(), "tls:") && !strings.Contains(err.Error(), "server gave HTTP response") {
			break
		}
	}
	if err != nil {
		return page, err
	}
	last := page.Hops[len(page.Hops)-1]
	page.Items, err = Read(ctx, nameOf(last), page.Body, lim)
	for i := range page.Items {
		if a := &page.Items[i].Article; a.URL == "" {
			a.URL = last
		}
	}
	return page, err
}

// addresses lists what to ask for: https, then http where that was given.
func addresses(address string) ([]string, error) {
	address = strings.TrimSpace(address)
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, claims.Refused(clip(address, 100), claims.Say("error.notAddressPage", "is not the address of a page"))
	}
	if u.Scheme == "https" {
		return []string{u.String()}, nil
	}
	plain := u.String()
	if u.Port() != "" { // a port speaks one of the two
		return []string{plain}, nil
	}
	u.Scheme = "https"
	return []string{u.String(), plain}, nil
}

func get(ctx context.Context, client *http.Client, address string, lim Limits) (Fetched, error) {
	page := Fetched{Hops: []string{address}, At: time.Now()}
	c := http.Client{}
	if client != nil {
		c = *client
	}
	c.Timeout = 30 * time.Second
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if len(via) >= maxHops {
			return claims.Say("error.redirects", "more than %d redirects", maxHops)
		}
		page.Hops = append(page.Hops, req.URL.String())
		return nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return page, claims.Refused(clip(address, 100), claims.Say("error.notAddressPage", "is not the address of a page"))
	}
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5")
	req.Header.Set("User-Agent", "Onrecord")
	res, err := c.Do(req)
	if err != nil {
		return page, &claims.Error{Code: claims.CodeRefused, What: clip(address, 100), Reason: claims.Say("error.notFetched", "cannot be fetched: %s", brief(cause(err), 120)), Err: err}
	}
	defer func() { _ = res.Body.Close() }() // the body was read or is not wanted
	if res.StatusCode != http.StatusOK {
		return page, claims.Refused(clip(address, 100), claims.Say("error.serverAnswers", "cannot be fetched: the server answers %s", res.Status))
	}
	page.Body, err = io.ReadAll(io.LimitReader(res.Body, lim.Member+1))
	if err != nil {
		return page, &claims.Error{Code: claims.CodeRefused, What: clip(address, 100), Reason: claims.Say("error.brokeOffWhile", "broke off while it was fetched"), Err: err}
	}
	if int64(len(page.Body)) > lim.Member {
		return page, tooBig(clip(address, 100), int64(len(page.Body)), lim.Member)
	}
	return page, nil
}

// cause is the inmost reason of a network error.
func cause(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return err
}

// nameOf is the file name that an address ends in.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "page.html"
	}
	name := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	if name == "" {
		return "page.html"
	}
	return name
}
