package jp.renkei.surveys.workbook;

import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Problem;

/**
 * What came of reading a file as a workbook.
 *
 * @param content empty when the file cannot or must not be read
 * @param problems why; none when there is content
 */
public record WorkbookReading(Optional<WorkbookContent> content, List<Problem> problems) {
  public WorkbookReading {
    problems = List.copyOf(problems);
    if (content.isPresent() == Problem.anyError(problems)) {
      throw new IllegalArgumentException("Cannot read a workbook both with and without success.");
    }
  }
}
