// Package storetest says what a desk.Store must do: Run is the conformance
// suite that every implementation passes, and Memory the simplest store that
// does, the model that the suite compares others with.
//
// Where the comments of desk.Store leave a choice, this is what holds:
//
//   - Identifiers are ordered with ULIDs first, then all others, each as text.
//     Records that an index does not tell apart follow in this order.
//   - An index has a row for each of a record's values: a claim with two tags
//     is listed twice by tag. Statements without a speaker, class or outlet
//     are listed under "", unlike records without tag, name, URL or link.
//   - Names, titles and the words of claims are compared folded (claims/fold);
//     titles by their first 60 characters.
//   - Indexes with a value list records of one value by date, where the kind
//     has one: published, said on, made on, and an outcome's own date.
//   - From and To work on every order by date. A date without a year lies in
//     no period. Due dates are ordered by their last possible day, so that
//     everything up to yesterday is overdue; all others by their first.
//   - ByReview orders by confidence rounded to four decimals.
//   - A claim is resolved when its latest verdict is a final value of the
//     scale that judges its class.
//   - Texts and files that a record names by hash must be in the store or come
//     with the change.
//   - A change that takes back the latest standing one, or redoes the latest
//     undo, moves the standing changes as Undo and Redo do; any other is new.
package storetest
