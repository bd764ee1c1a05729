package jp.renkei.surveys.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

/** What the cells of the first sheet say. */
final class ReadCells {
  private ReadCells() {}

  static WorkbookContent read(byte[] content) {
    WorkbookReading reading = WorkbookReader.read("form.xlsx", content);
    assertThat(reading.problems()).isEmpty();
    return reading.content().orElseThrow();
  }

  static WorkbookContent read(RawWorkbook workbook) {
    return read(workbook.bytes());
  }

  /** {@code A1=text KIND} for every cell of the first sheet. */
  static String cells(WorkbookContent content) {
    return content.sheets().get(0).cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            cell ->
                CellReference.name(cell.getKey())
                    + "="
                    + cell.getValue().text()
                    + " "
                    + cell.getValue().kind()
                    + (cell.getValue().isFormula() ? " formula" : ""))
        .collect(Collectors.joining("; "));
  }
}
