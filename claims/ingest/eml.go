package ingest

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "eml", Endings: []string{"eml", "mbox"}, detect: detectEML, read: readEML})
}

func detectEML(name string, head []byte) int {
	switch {
	case !looksLikeMessage(head):
		return 0
	case hasEnding(name, "eml"):
		return certain - 2
	}
	return likely - 1
}

// readEML reads a mail, or all mails of a mailbox.
func readEML(j *job, name string, data []byte) ([]Item, error) {
	if mails := mailbox(data, j.lim.Members); len(mails) > 1 {
		return j.mails(name, mails)
	}
	return readMail(j, name, data)
}

// readMail reads a mail: its text or its HTML, whichever keeps more, with the
// header as metadata. Attached documents are articles of their own; other
// attachments are named in a warning.
func readMail(j *job, name string, data []byte) ([]Item, error) {
	msg, err := readMessage(j, name, data)
	if err != nil {
		return nil, err
	}
	if mails := digest(msg.plain(), j.lim.Members); len(mails) > 0 {
		in, err := j.inside(name)
		if err != nil {
			return nil, err
		}
		return in.mails(name, mails)
	}
	blocks, inner := forwarded(unquoted(msg.body(j)))
	m := msg.meta()
	if inner.byline != "" || inner.outlet != "" { // who handed it on did not write it
		m.byline, m.outlet = "", ""
	}
	from := m.byline
	m = signedBy(signedBy(inner.or(m), blocks), msg.rich)
	m.title = storyTitle(m.title, blocks)
	blocks = betweenEnds(blocks, m.title, from)
	m = clipped(m, blocks)
	item, ok := compose("eml", m, blocks)
	var items []Item
	if ok {
		items = append(items, item)
	}
	attached, hanging, err := msg.attachments(j, name)
	if len(attached) > 0 && ok && !slices.ContainsFunc(blocks, isSentence) { // a note that the story is attached
		items, ok = nil, false
	}
	items = append(items, attached...)
	if len(items) > 0 {
		items[0].Attachments = hanging
		if msg.cut {
			items[0].Warnings = append(items[0].Warnings, endsEarly)
		}
		if left := unread(hanging); len(left) > 0 && ok {
			items[0].Warnings = append(items[0].Warnings, claims.Say("warning.attachments", "Attachments that were left out: %s", strings.Join(left, ", ")))
		}
	}
	if len(items) == 0 && err == nil {
		err = claims.Refused(name, claims.Say("error.mailWithoutText", "is a mail without text"))
	}
	return items, err
}

// unread names the attachments that no article was read from.
func unread(all []Attachment) (names []string) {
	for _, a := range all {
		if !a.Read {
			names = append(names, clip(a.Name, 60))
		}
	}
	return names
}

// clipped prefers what stands beside the headline in the text of a mail that
// hands on an article: a name and a day.
func clipped(m meta, blocks []block) meta {
	for i, b := range blocks[:min(len(blocks), mastheadSize/2)] {
		lines := slices.DeleteFunc(strings.Split(b.text, "\n"), func(line string) bool { return same(line, m.title) })
		if len(lines) < 2 || i > 0 && isSentence(b) {
			continue
		}
		var u string
		for j, line := range lines {
			if link := strings.TrimSpace(line); strings.HasPrefix(link, "http") && !strings.Contains(link, " ") {
				lines[j], u = "", link
			}
		}
		if who, ok := creditParts(strings.Join(lines, "\n")); ok && who.byline != "" && who.published.IsFull() {
			m.url = orElse(m.url, u)
			m.byline, m.published = who.byline, who.published
			m.outlet = orElse(who.outlet, m.outlet)
			return m
		}
	}
	return m
}

// replyMark is what programs put before a subject, and the name of a list.
var replyMark = regexp.MustCompile(`(?i)^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|doorst|i|r)\s*:\s*|\s*\[[\w .-]{2,30}\]\s*)+`)

// meta reads the header.
func (m *message) meta() meta {
	out := meta{title: replyMark.ReplaceAllString(m.field("Subject"), ""), published: readDate(m.header.Get("Date")), language: languageTag(m.field("Content-Language"))}
	from := m.field("From")
	parser := mail.AddressParser{WordDecoder: &wordDecoder}
	if list, err := parser.ParseList(m.header.Get("From")); err == nil && len(list) > 0 {
		from = list[0].Name
	} else if i := strings.IndexByte(from, '<'); i >= 0 {
		from = strings.Trim(from[:i], `" `)
	}
	who := sender(from)
	if m.field("List-Unsubscribe")+m.field("List-Id") != "" && !isPerson(who.byline) { // a letter to many is not from a person
		who = meta{outlet: orElse(who.outlet, who.byline)}
	}
	return out.or(who)
}

// sender is the author where the name of who sent a mail is a person's, and the
// outlet otherwise.
func sender(from string) (out meta) {
	person, outlet, ok := strings.Cut(from, " via ")
	if !ok {
		if person, outlet, ok = strings.Cut(from, " at "); !ok {
			person, outlet, _ = strings.Cut(from, " from ")
		}
	}
	person = strings.TrimSpace(person)
	if last, first, ok := strings.Cut(person, ", "); ok && len(strings.Fields(first)) <= 2 && len(strings.Fields(last)) <= 2 && isName(first+" "+last) {
		person = first + " " + last // as address books sort them
	}
	switch {
	case person == "" || strings.Contains(person, "@"):
	case looksLikeOutlet(person, false) || len(strings.Fields(person)) < 2 || len(strings.Fields(person)) > 4 || !isName(person):
		out.outlet = orElse(outlet, person)
	default:
		out.byline, out.outlet = person, outlet
	}
	return out
}

// signedBy takes the byline of the text itself, where it has one: then who sent
// the mail is the outlet.
func signedBy(m meta, blocks []block) meta {
	seen, _ := masthead(meta{title: m.title}, tidy(blocks))
	if seen.byline == "" || same(seen.byline, m.byline) {
		return m
	}
	m.outlet = orElse(m.outlet, orElse(seen.outlet, m.byline))
	m.byline = seen.byline
	return m
}

// attachments reads the documents that are attached, and lists all that hangs
// on the mail. Pictures that its HTML shows do not.
func (m *message) attachments(j *job, name string) (items []Item, hanging []Attachment, err error) {
	in, err := j.inside(name)
	if err != nil {
		return nil, nil, err
	}
	var errs []error
	for _, p := range m.parts {
		document := hasEnding(p.file, "docx", "odt", "pdf", "rtf", "epub", "eml") || p.file == "" && p.kind == "message/rfc822"
		if !p.attached && !document {
			continue
		}
		a := Attachment{Name: orElse(p.file, attachedName(p.kind)), Kind: p.kind, Size: len(p.data), Data: p.data}
		if document {
			found, err := in.read(a.Name, p.data)
			for i := range found {
				found[i].Part = strings.TrimSuffix(a.Name+"/"+found[i].Part, "/")
			}
			items = append(items, found...)
			a.Read = len(found) > 0
			if err != nil {
				errs = append(errs, err)
			}
		}
		hanging = append(hanging, a)
	}
	return items, hanging, joinErrors(name, errs)
}

// attachedName is what an attachment without a name is called.
func attachedName(kind string) string {
	if kind == "message/rfc822" {
		return "message.eml"
	}
	return "attachment"
}
