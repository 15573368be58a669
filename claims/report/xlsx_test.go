package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func opened(t *testing.T, m *Model) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, m, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// cellUnder finds the cell in a row under the head of a column.
func cellUnder(t *testing.T, f *excelize.File, sheet, head string, row int) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	col := slices.Index(rows[0], head)
	if col < 0 {
		t.Fatalf("%s has no column %q", sheet, head)
	}
	name, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestWorkbookHoldsTypedValues(t *testing.T) {
	f := opened(t, ferryModel(t))
	if diff := cmp.Diff([]string{"Claims", "Statements", "Outcomes", "Sources"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for _, want := range []struct {
		sheet, head, raw string
		row              int
		kind             excelize.CellType
	}{
		{"Claims", "Claim", "The night ferry runs again by the end of 2025", 2, excelize.CellTypeInlineString},
		{"Claims", "Rating (1–5)", "3", 2, excelize.CellTypeUnset}, // a plain number
		{"Claims", "Due", "46022", 2, excelize.CellTypeUnset},      // 31 December 2025, in days since 1900
		{"Claims", "Due", "2026-09", 3, excelize.CellTypeInlineString},
		{"Statements", "From character", "72", 2, excelize.CellTypeUnset},
		{"Outcomes", "Relation", "supports", 2, excelize.CellTypeInlineString},
		{"Sources", "Outlet", "Harbour Radio", 3, excelize.CellTypeInlineString},
	} {
		at := cellUnder(t, f, want.sheet, want.head, want.row)
		raw, err := f.GetCellValue(want.sheet, at, excelize.Options{RawCellValue: true})
		if err != nil || raw != want.raw {
			t.Errorf("%s %s: %q, %v; want %q", want.sheet, want.head, raw, err, want.raw)
		}
		if kind, err := f.GetCellType(want.sheet, at); err != nil || kind != want.kind {
			t.Errorf("%s %s: type %v, %v; want %v", want.sheet, want.head, kind, err, want.kind)
		}
	}
}

func TestWorkbookHasFiltersAndAHeadThatStays(t *testing.T) {
	f := opened(t, ferryModel(t))
	for _, sheet := range f.GetSheetList() {
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s: %d tables, %v", sheet, len(tables), err)
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: %+v, %v", sheet, panes, err)
		}
	}
}

func TestWorkbookCannotCarryFormulas(t *testing.T) {
	f := opened(t, hostileModel(t))
	at := cellUnder(t, f, "Claims", "Claim", 2)
	if formula, err := f.GetCellFormula("Claims", at); err != nil || formula != "" {
		t.Errorf("formula %q, %v", formula, err)
	}
	if text, err := f.GetCellValue("Claims", at); err != nil || !strings.HasPrefix(text, "=cmd()") {
		t.Errorf("the text must be there as it was: %q, %v", text, err)
	}
}

func TestHeadsOfATableDiffer(t *testing.T) {
	for _, language := range languages {
		for _, table := range append(slices.Clone(sheets), quotationTable) {
			seen := map[string]string{}
			for _, c := range table.columns {
				head := wordsFor(language).of("col." + c)
				if other, twice := seen[head]; twice {
					t.Errorf("%s, %s: %s and %s are both called %q", language, table.name, c, other, head)
				}
				seen[head] = c
			}
		}
	}
}

func TestChosenColumnsOfAWorkbook(t *testing.T) {
	m := ferryModel(t)
	m.Options.Columns = []string{"verdict", "claim"}
	f := opened(t, m)
	rows, err := f.GetRows("Claims")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Verdict", "Claim"}, rows[0]); diff != "" {
		t.Error(diff)
	}
	if slices.Contains(f.GetSheetList(), "Sources") {
		t.Error("no column of the sources was chosen, but there is a sheet of them")
	}
}

func TestEveryHeadOfASheetIsThereOnce(t *testing.T) {
	for _, language := range languages {
		w := wordsFor(language)
		for _, s := range sheets {
			seen := map[string]string{}
			for _, n := range s.columns {
				head := strings.ToLower(w.of("col." + n))
				if seen[head] != "" { // Excel calls such a table damaged
					t.Errorf("%s, %s: the columns %s and %s are both called %q", language, s.name, seen[head], n, head)
				}
				seen[head] = n
			}
		}
	}
	m := ferryModel(t)
	m.Options.Columns = []string{"url", "claim", "url"}
	sheet := string(members(t, written(t, m, XLSX))["xl/worksheets/sheet4.xml"])
	if n := strings.Count(sheet, ">Link<"); n != 1 {
		t.Errorf("a column that was asked for twice is there %d times", n)
	}
}

func TestColumnsOfASheetAreInOrder(t *testing.T) {
	sheet := string(members(t, written(t, ferryModel(t), XLSX))["xl/worksheets/sheet1.xml"])
	first, second := strings.Index(sheet, `<col min="1"`), strings.Index(sheet, `<col min="2"`)
	if first < 0 || second < first {
		t.Error("Excel calls a sheet damaged whose columns are not in order")
	}
}

func TestARowIsAsHighAsItsTextButNoHigher(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = strings.Repeat("The night ferry runs again. ", 4)
	m.Claims[1].Text = strings.Repeat("一二三四五六七八九十", 500)
	f := opened(t, m)
	for row, want := range map[int]float64{2: 3 * sheetLine, 3: mostLines * sheetLine} {
		if got, err := f.GetRowHeight("Claims", row); err != nil || got != want {
			t.Errorf("row %d is %v high (%v), want %v", row, got, err, want)
		}
	}
}
