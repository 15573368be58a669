package assess

import (
	"sync"

	"onrecord/assets"
	"onrecord/claims/assess/linear"
)

var (
	classModel = sync.OnceValue(func() *linear.Model { return load("models/assess-class.bin", linear.Decode) })
	worthModel = sync.OnceValue(func() *linear.Sparse { return load("models/assess-worth.bin", linear.DecodeSparse) })
)

// load reads a model that is part of the program: a fault in it is a fault of
// the build, found by every test.
func load[T any](name string, decode func([]byte) (T, error)) T {
	data, err := assets.Models.ReadFile(name)
	if err != nil {
		panic(err)
	}
	m, err := decode(data)
	if err != nil {
		panic(name + ": " + err.Error())
	}
	return m
}
