package assess

import (
	"math"
	"sync"

	"onrecord/assets"
	"onrecord/claims/assess/linear"
)

var (
	classModel = sync.OnceValue(func() *linear.Model { return load("models/assess-class.bin") })
	worthModel = sync.OnceValue(func() *linear.Model { return load("models/assess-worth.bin") })
)

// load reads a model that is part of the program: a fault in it is a fault of
// the build, found by every test.
func load(name string) *linear.Model {
	data, err := assets.Models.ReadFile(name)
	if err != nil {
		panic(err)
	}
	m, err := linear.Decode(data)
	if err != nil {
		panic(name + ": " + err.Error())
	}
	return m
}

// worthOf turns a score of the model into a number between 0 and 1 that keeps
// the order.
func worthOf(score float64) float64 { return 1 / (1 + math.Exp(-score)) }
