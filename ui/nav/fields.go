package nav

import (
	"fyne.io/fyne/v2/lang"
)

// Field names in the language of the window what an error is about, where it is a
// part of the archive or of one of its records: "due", "search index". Any other
// name, such as that of a file, stays as it is.
func Field(name string) string {
	if translated, ok := fieldWords()[name]; ok {
		return translated
	}
	return name
}

func fieldWords() map[string]string {
	return map[string]string{
		"appearances":       lang.X("field.appearances", "appearances"),
		"archive":           lang.X("field.archive", "archive"),
		"article":           lang.X("field.article", "article"),
		"bucket":            lang.X("field.bucket", "bucket"),
		"checkability":      lang.X("field.checkability", "checkability"),
		"claim":             lang.X("field.claim", "claim"),
		"class":             lang.X("field.class", "class"),
		"colour":            lang.X("field.colour", "colour"),
		"columns":           lang.X("field.columns", "columns"),
		"content":           lang.X("field.content", "content"),
		"date":              lang.X("field.date", "date"),
		"due":               lang.X("field.due", "due"),
		"edit":              lang.X("field.edit", "edit"),
		"evidence":          lang.X("field.evidence", "evidence"),
		"font":              lang.X("field.font", "font"),
		"format":            lang.X("field.format", "format"),
		"frequencies":       lang.X("field.frequencies", "frequencies"),
		"id":                lang.X("field.id", "id"),
		"journal":           lang.X("field.journal", "journal"),
		"link":              lang.X("field.link", "link"),
		"kind":              lang.X("field.kind", "kind"),
		"word":              lang.X("field.word", "word"),
		"links":             lang.X("field.links", "links"),
		"name":              lang.X("field.name", "name"),
		"outcome":           lang.X("field.outcome", "outcome"),
		"outer":             lang.X("field.outer", "outer"),
		"passphrase":        lang.X("field.passphrase", "passphrase"),
		"polarity":          lang.X("field.polarity", "polarity"),
		"previous":          lang.X("field.previous", "previous"),
		"published":         lang.X("field.published", "published"),
		"rating":            lang.X("field.rating", "rating"),
		"reason":            lang.X("field.reason", "reason"),
		"relation":          lang.X("field.relation", "relation"),
		"reply":             lang.X("field.reply", "reply"),
		"review":            lang.X("field.review", "review"),
		"roles":             lang.X("field.roles", "roles"),
		"sample":            lang.X("field.sample", "sample"),
		"scale":             lang.X("field.scale", "scale"),
		"search":            lang.X("field.search", "search"),
		"senses":            lang.X("field.senses", "senses"),
		"snooze":            lang.X("field.snooze", "snooze"),
		"span":              lang.X("field.span", "span"),
		"speaker":           lang.X("field.speaker", "speaker"),
		"speakers":          lang.X("field.speakers", "speakers"),
		"statement":         lang.X("field.statement", "statement"),
		"statements":        lang.X("field.statements", "statements"),
		"suggestion":        lang.X("field.suggestion", "suggestion"),
		"summary":           lang.X("field.summary", "summary"),
		"synonyms":          lang.X("field.synonyms", "synonyms"),
		"test":              lang.X("field.test", "test"),
		"text":              lang.X("field.text", "text"),
		"text_sha256":       lang.X("field.sha256", "hash of the text"),
		"trash":             lang.X("field.trash", "trash"),
		"type":              lang.X("field.type", "type"),
		"values":            lang.X("field.values", "values"),
		"vectors":           lang.X("field.vectors", "vectors"),
		"verdict":           lang.X("field.verdict", "verdict"),
		"verdicts":          lang.X("field.verdicts", "verdicts"),
		"search index":      lang.X("field.searchIndex", "search index"),
		"attribution model": lang.X("field.attributionModel", "attribution model"),
		"texts":             lang.X("field.texts", "texts"),
		"blobs":             lang.X("field.files", "files"),
	}
}
