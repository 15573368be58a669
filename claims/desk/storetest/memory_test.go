package storetest

import (
	"testing"

	"onrecord/claims/desk"
)

func TestMemory(t *testing.T) {
	Run(t, func(*testing.T) (desk.Store, func() desk.Store) {
		m := &Memory{}
		return m, func() desk.Store { return m }
	})
}
