package nav

import (
	"context"
	"sync"

	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/ui/kit"
)

// Names knows the names of speakers and reads each once. Its methods may be
// called from several goroutines.
type Names struct {
	desk  SpeakerReader
	mu    sync.Mutex
	known map[claims.ID]string
}

// SpeakerReader reads a speaker.
type SpeakerReader interface {
	Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error)
}

// NewNames knows no names yet.
func NewNames(d SpeakerReader) *Names {
	return &Names{desk: d, known: map[claims.ID]string{"": ""}}
}

// Of is the name of a speaker, empty for none.
func (n *Names) Of(ctx context.Context, id claims.ID) (string, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if name, ok := n.known[id]; ok {
		return name, nil
	}
	who, err := n.desk.Speaker(ctx, id)
	if err != nil {
		return "", err
	}
	n.known[id] = who.Name
	return who.Name, nil
}

// ClaimCell shows the words of a claim, with a warning where its article has
// changed since.
func ClaimCell(c *claims.Claim, flagged bool) kit.Cell {
	cell := kit.Text(c.Text)
	if flagged {
		cell.Icon = theme.NewWarningThemedResource(theme.WarningIcon())
	}
	return cell
}
