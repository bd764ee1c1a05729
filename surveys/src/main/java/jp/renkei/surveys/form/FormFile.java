package jp.renkei.surveys.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.workbook.WorkbookReader;
import org.apache.poi.poifs.filesystem.FileMagic;

/**
 * A workbook that came back. Its cells are found by the names that the form gave them, and what
 * stands in them is handed on as it was written ({@code Notation.FORM}).
 *
 * <p>What is wrong with the file as a whole is in {@link #problems}; with an error there the form
 * is refused ({@link #hasErrors}), and its unit is what could still be read, so that checking it
 * tells the rest at once. Errors of single cells (a formula without a result) are the unit's own
 * ({@link AnswerUnit#unreadable}), so that checking the unit tells them together with all others;
 * warnings and notices are in {@link #problems}.
 *
 * @param identity empty when it is not one of our forms, or says no longer for certain whose it is
 * @param questionnaire as the form asks it; empty where it is not known
 * @param unit empty when no answer can be told for certain
 * @param correctionReason 訂正の理由 from the cover; may be empty
 */
public record FormFile(
    String name,
    Optional<FormIdentity> identity,
    Optional<Questionnaire> questionnaire,
    Optional<AnswerUnit> unit,
    List<Problem> problems,
    String correctionReason) {
  private static final int HEAD = 512;

  public FormFile {
    problems = List.copyOf(problems);
    if (unit.isEmpty() && !Problem.anyError(problems)) {
      throw new IllegalArgumentException(
          "Cannot read form " + name + ": it has neither answers nor errors.");
    }
  }

  /** Reads a file of any content; what is wrong with it is in the problems. */
  public static FormFile read(String name, byte[] content, QuestionnaireCatalog catalog) {
    var reading = WorkbookReader.read(name, content);
    return reading
        .content()
        .map(workbook -> new FormReading(name, workbook, catalog).read())
        .orElseGet(() -> refused(name, Optional.empty(), reading.problems()));
  }

  static FormFile refused(String name, Optional<FormIdentity> identity, List<Problem> problems) {
    return new FormFile(name, identity, Optional.empty(), Optional.empty(), problems, "");
  }

  /**
   * Whether bytes go this way rather than that of a CSV: a workbook, or what spreadsheet programs
   * open under a workbook's name (a page of HTML, a PDF), which the reader then refuses by name.
   */
  public static boolean isWorkbook(byte[] content) {
    return switch (FileMagic.valueOf(content)) {
      case OOXML, OLE2, BIFF2, BIFF3, BIFF4, PDF -> true;
      default -> isMarkup(content);
    };
  }

  private static boolean isMarkup(byte[] content) {
    String head =
        new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return head.startsWith("<?xml")
        || head.startsWith("<html")
        || head.startsWith("<!doctype")
        || head.startsWith("<table");
  }

  public boolean hasErrors() {
    return Problem.anyError(problems);
  }
}
