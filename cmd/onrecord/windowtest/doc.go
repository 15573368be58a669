// Package windowtest drives the real window: it starts the built program on a
// virtual screen, types and clicks as a person would, and looks at the archive
// through the command line when the program has ended. Its tests need the tag
// "window" and are run by `make window-test`; the screenshots they take are
// kept in the directory that ONRECORD_ARTEFACTS names. The pictures of the user
// guide are taken here too (TestGuidePictures).
package windowtest
