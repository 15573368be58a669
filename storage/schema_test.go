package storage

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"onrecord/claims"
)

// TestSchemaKnowsEveryField compares the published schema of the open format
// with the types that are written.
func TestSchemaKnowsEveryField(t *testing.T) {
	data, err := os.ReadFile("../docs/archive-format.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs map[string]node `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	lines := map[string]any{lineArchive: headerLine{}, lineText: blobLine{}, lineBlob: blobLine{Data: []byte{}}, lineChange: changeLine{}}
	for _, kind := range claims.Kinds {
		lines[string(kind)] = claims.New(kind)
	}
	lines["speaker"] = speakerLine{}
	for name, line := range lines {
		def, ok := schema.Defs[name]
		if !ok {
			t.Errorf("the schema does not know lines of type %s", name)
			continue
		}
		def.Properties["type"] = node{}
		if name == lineBlob {
			def.Properties["text"] = node{} // of text lines only
		}
		checkFields(t, name, reflect.TypeOf(line), def)
	}
}

// node is a part of the schema.
type node struct {
	Properties map[string]node `json:"properties"`
	Items      *node           `json:"items"`
	Ref        string          `json:"$ref"`
}

func checkFields(t *testing.T, path string, typ reflect.Type, def node) {
	t.Helper()
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
		if def.Items != nil {
			def = *def.Items
		}
	}
	if typ.Kind() != reflect.Struct || def.Ref != "" || def.Properties == nil {
		return
	}
	for _, field := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		below, ok := def.Properties[name]
		if !ok {
			t.Errorf("the schema lacks %s.%s", path, name)
			continue
		}
		checkFields(t, path+"."+name, field.Type, below)
	}
}
