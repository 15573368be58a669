// Package kit holds the parts that the screens of Onrecord are built from:
// the job runner, the table, lists, chips, toasts, dialogs, charts. It is made
// of Fyne alone and knows no article and no claim; words and rows are handed
// to it.
package kit
