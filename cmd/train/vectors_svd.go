package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// What the iteration needs beside the dimensions that are kept.
const (
	spare  = 16
	rounds = 6
)

// leftSingular gives the rows of the left singular vectors of a sparse matrix,
// each by its singular value, by subspace iteration (N. Halko and others, SIAM
// Review 53, 2011).
func leftSingular(rows [][]cell, columns, keep int) [][]float64 {
	k := keep + spare
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same at every run
	left := make([][]float64, len(rows))
	for i := range left {
		left[i] = make([]float64, k)
		for j := range k {
			left[i][j] = r.NormFloat64()
		}
	}
	right := make([][]float64, columns)
	for i := range right {
		right[i] = make([]float64, k)
	}
	var values []float64
	for range rounds {
		orthonormal(left)
		for i := range right {
			clear(right[i])
		}
		for i, row := range rows {
			for _, c := range row {
				axpy(right[c.context], c.weight, left[i])
			}
		}
		for i, row := range rows {
			clear(left[i])
			for _, c := range row {
				axpy(left[i], c.weight, right[c.context])
			}
		}
		values = lengths(left)
	}
	orthonormal(left)
	order := make([]int, k)
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case values[a] > values[b]:
			return -1
		case values[a] < values[b]:
			return 1
		}
		return 0
	})
	out := make([][]float64, len(rows))
	for i := range rows {
		out[i] = make([]float64, keep)
		for n, j := range order[:keep] {
			out[i][n] = left[i][j] * math.Sqrt(values[j])
		}
	}
	return out
}

func axpy(to []float64, by float64, from []float64) {
	for j, x := range from {
		to[j] += by * x
	}
}

// lengths are those of the columns.
func lengths(m [][]float64) []float64 {
	out := make([]float64, len(m[0]))
	for _, row := range m {
		for j, x := range row {
			out[j] += x * x
		}
	}
	for j := range out {
		out[j] = math.Sqrt(out[j])
	}
	return out
}

// orthonormal makes the columns of a matrix orthonormal, by the modified
// method of Gram and Schmidt.
func orthonormal(m [][]float64) {
	k := len(m[0])
	for j := range k {
		norm := 0.0
		for _, row := range m {
			norm += row[j] * row[j]
		}
		norm = math.Sqrt(norm)
		along := make([]float64, k)
		for _, row := range m {
			row[j] /= norm
			for l := j + 1; l < k; l++ {
				along[l] += row[j] * row[l]
			}
		}
		for _, row := range m {
			for l := j + 1; l < k; l++ {
				row[l] -= along[l] * row[j]
			}
		}
	}
}
