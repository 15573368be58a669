// Package words holds what is known of single words: where they begin and end
// in a text, what is left of them when case and accents are gone, and the ways
// in which a person's memory or fingers change them: endings, slips of the
// key, sounds, and the shortcuts of people who type for a living.
//
// It knows nothing of documents or indexes.
package words
