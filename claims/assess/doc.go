// Package assess judges a statement: what class of claim it is, whether and
// when it can be checked, how much it is worth checking, by when it is due,
// what it is about and who has to act. Every judgement is a proposal that a
// person confirms, and says why.
//
// The functions are pure and read only words: no tags, no parse tree. A
// sentence alone is enough; the reporting words, the way of quoting and the
// speaker help where they are known. The class is chosen by a linear model
// over features of the words (see Features), the check-worthiness by another;
// cmd/train makes both. Deadlines come from package when.
package assess
