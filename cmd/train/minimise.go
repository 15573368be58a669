package main

import "math"

// minimise finds the lowest point of a smooth convex function of n numbers with
// the method of limited memory (Liu and Nocedal, "On the limited memory BFGS
// method for large scale optimization", 1989), always the same one. The function
// gives its value at a point and writes its gradient there.
func minimise(n, rounds int, f func(at, gradient []float64) float64) []float64 {
	at, gradient := make([]float64, n), make([]float64, n)
	value := f(at, gradient)
	var memory curvature
	for range rounds {
		direction := memory.direction(gradient)
		slope := dot(gradient, direction)
		next, nextGradient := make([]float64, n), make([]float64, n)
		nextValue := math.Inf(1)
		const enough = 1e-4 // of the fall that the slope promises
		for step := 1.0; nextValue > value-enough*step*slope; step /= 2 {
			if step < 1e-6 {
				return at
			}
			for i := range next {
				next[i] = at[i] - step*direction[i]
			}
			nextValue = f(next, nextGradient)
		}
		memory.learn(at, next, gradient, nextGradient)
		at, gradient, value = next, nextGradient, nextValue
	}
	return at
}

// curvature is what the last steps tell of how the gradient changes.
type curvature []bend

// bend is one step, how the gradient changed by it, and one over their product.
type bend struct {
	step, change []float64
	share        float64
}

func (c *curvature) learn(from, to, before, after []float64) {
	b := bend{step: minus(to, from), change: minus(after, before)}
	product := dot(b.step, b.change)
	if product <= 0 {
		return
	}
	b.share = 1 / product
	*c = append(*c, b)
	const memory = 6
	*c = (*c)[max(0, len(*c)-memory):]
}

// direction is where to go against, from a point with this gradient.
func (c curvature) direction(gradient []float64) []float64 {
	d := append([]float64(nil), gradient...)
	along := make([]float64, len(c))
	for i := len(c) - 1; i >= 0; i-- {
		along[i] = c[i].share * dot(c[i].step, d)
		add(d, -along[i], c[i].change)
	}
	scale := 1 / max(math.Sqrt(dot(gradient, gradient)), 1e-12)
	if len(c) > 0 {
		last := c[len(c)-1]
		scale = 1 / (last.share * dot(last.change, last.change))
	}
	for i := range d {
		d[i] *= scale
	}
	for i, b := range c {
		add(d, along[i]-b.share*dot(b.change, d), b.step)
	}
	return d
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func minus(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] - b[i]
	}
	return out
}

func add(to []float64, times float64, what []float64) {
	for i := range to {
		to[i] += times * what[i]
	}
}
