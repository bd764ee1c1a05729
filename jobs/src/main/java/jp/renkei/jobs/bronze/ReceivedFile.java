package jp.renkei.jobs.bronze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.LandingProblems;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.metrics.MetricsFile;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.warehouse.privacy.CardNumbers;

/**
 * A text file or returned form as it was received: its rows, and what already fails before any
 * value is checked.
 *
 * @param rows by the line they begin on, column name to text; a file that is no CSV is one row with
 *     the column {@code text}, a summary one with a column for each of its files; values that no
 *     column is there for stand under {@link #extraColumn}; of a form by a running number, see
 *     {@link ReceivedForm}
 */
public record ReceivedFile(
    LandedFile file, Map<Long, Map<String, String>> rows, List<Problem> problems) {
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  /**
   * Reads a landed file; one that is too large is not read, and is a file with that problem.
   *
   * @throws NotTakenException when it cannot be read, or holds other bytes than when it was listed
   */
  static ReceivedFile read(LandedFile file) throws NotTakenException {
    var tooLarge = CsvFile.tooLarge(file.path(), file.sizeBytes());
    if (tooLarge.isPresent()) {
      return new ReceivedFile(file, Map.of(), List.of(tooLarge.get()));
    }
    return of(file, content(file));
  }

  /** The bytes that were listed: under their SHA-256 no other ones may be kept. */
  private static byte[] content(LandedFile file) throws NotTakenException {
    try (InputStream in = Files.newInputStream(file.file())) {
      byte[] content = in.readNBytes((int) file.sizeBytes() + 1);
      if (!Sha256.of(content).equals(file.sha256())) {
        throw new NotTakenException(LandingProblems.changedWhileRead(file.path()));
      }
      return content;
    } catch (IOException e) {
      throw new NotTakenException(LandingProblems.unreadable(file.path(), e));
    }
  }

  /** What a file of this place would be received as, with the content. */
  public static ReceivedFile of(LandedFile file, byte[] content) {
    if (ReceivedForm.isForm(file, content)) {
      return ReceivedForm.read(file, content);
    }
    if (file.kind() == SubmissionKind.METRICS) {
      var received = MetricsFile.receive(file.path(), content);
      return new ReceivedFile(
          file, Map.of(1L, Map.of("text", received.text())), received.problems());
    }
    if (file.kind() == SubmissionKind.SUMMARY) {
      var summary = SummaryFile.read(file.path(), content);
      // All of it or nothing: what is no summary may hold anything.
      return new ReceivedFile(
          file,
          summary.files().isEmpty() ? Map.of() : Map.of(1L, summary.files()),
          summary.problems());
    }
    return isText(file) ? text(file, content) : csv(file, content);
  }

  /** The rows as bronze holds them: the cells of each as a JSON object, by line. */
  public Map<Long, String> cellsJson() {
    var texts = new LinkedHashMap<Long, String>();
    rows.forEach((line, cells) -> texts.put(line, json(cells)));
    return texts;
  }

  private static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What bronze calls the column of a value that stands behind the last column; from 1. */
  static String extraColumn(int position) {
    return "(" + position + ")";
  }

  /** Whether a file is no table: it is kept as one text, just as it came. */
  private static boolean isText(LandedFile file) {
    return file.path().endsWith(".yaml") || file.kind() == SubmissionKind.FOREIGN_SNAPSHOT;
  }

  private static ReceivedFile text(LandedFile file, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    var problems = new ArrayList<Problem>();
    if (file.kind() == SubmissionKind.FOREIGN_SNAPSHOT && !isUtf8(content)) {
      problems.add(notUtf8(file));
    }
    // A decision holds hashes, whose digits are no text; people write nothing else into it.
    if (file.kind() != SubmissionKind.DECISION) {
      String masked = maskedBetweenHashes(text);
      if (!masked.equals(text)) {
        problems.add(cardNumber(file, Place.line(1), "****"));
        text = masked;
      }
    }
    return new ReceivedFile(file, Map.of(1L, Map.of("text", text)), problems);
  }

  private static boolean isUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Problem notUtf8(LandedFile file) {
    return Problem.error(
        file.path(),
        Place.WHOLE_FILE,
        Problem.Reason.UNREADABLE,
        new BilingualText("bytes that are no UTF-8", "UTF-8 でないバイト"),
        new BilingualText("JSON in UTF-8", "UTF-8 のJSON"),
        new BilingualText(
            "Fetch the answer again and keep its bytes as they come.",
            "登録簿の応答を取得し直し、受け取ったままのバイトで置いてください。"));
  }

  /** Hashes, which a receipt holds beside what people write, stay as they are. */
  private static String maskedBetweenHashes(String text) {
    var masked = new StringBuilder();
    var hash = HASH.matcher(text);
    int from = 0;
    while (hash.find()) {
      masked.append(CardNumbers.mask(text.substring(from, hash.start()))).append(hash.group());
      from = hash.end();
    }
    return masked.append(CardNumbers.mask(text.substring(from))).toString();
  }

  private static ReceivedFile csv(LandedFile file, byte[] content) {
    var csv = CsvFile.read(file.path(), content);
    var rows = new LinkedHashMap<Long, Map<String, String>>();
    var problems = new ArrayList<>(csv.problems());
    if (!csv.columns().isEmpty()) {
      // The header too, so that a file without rows still tells its columns.
      var header = new LinkedHashMap<String, String>();
      for (var column : csv.columns()) {
        // A file without a header has its first row there.
        if (CardNumbers.found(column)) {
          problems.add(cardNumber(file, Place.line(1), column));
        }
        header.put(CardNumbers.mask(column), CardNumbers.mask(column));
      }
      rows.put(1L, header);
    }
    for (var row : csv.rows()) {
      var cells = new LinkedHashMap<String, String>();
      for (var column : csv.columns()) {
        String raw = row.raw(column);
        if (CardNumbers.found(raw) && !isTypedValue(file, row, column)) {
          problems.add(cardNumber(file, row.place(CardNumbers.mask(column)), row.text(column)));
          raw = CardNumbers.mask(raw);
        }
        cells.put(CardNumbers.mask(column), raw);
      }
      rows.put(row.line(), cells);
    }
    for (var row : csv.brokenRows()) {
      rows.put(row.line(), brokenCells(file, csv, row, problems));
    }
    return new ReceivedFile(file, rows, problems);
  }

  /** The values of a row that has too many or too few, in their order. */
  private static Map<String, String> brokenCells(
      LandedFile file, CsvFile csv, CsvRow row, List<Problem> problems) {
    var cells = new LinkedHashMap<String, String>();
    for (int index = 0; index < row.values().size(); index++) {
      String column =
          index < csv.columns().size()
              ? CardNumbers.mask(csv.columns().get(index))
              : extraColumn(index + 1);
      String value = row.values().get(index);
      if (CardNumbers.found(value)) {
        problems.add(cardNumber(file, row.place(column), value));
      }
      cells.put(column, CardNumbers.mask(value));
    }
    return cells;
  }

  /**
   * A 法人番号 or a count is no text in which a card number hides: it may pass the card number's test
   * by chance, as one 法人番号 in ten does.
   */
  private static boolean isTypedValue(LandedFile file, CsvRow row, String column) {
    if (file.kind() != SubmissionKind.SURVEY) {
      return column.equals("corporate_number") && isDigits(row.text(column));
    }
    return column.equals("value")
        && isTypedAnswer(
            row.text("questionnaire_id"),
            row.text("questionnaire_version"),
            row.text("question_id"),
            row.text(column));
  }

  /** Whether the version of the questionnaire that is answered asks for digits. */
  static boolean isTypedAnswer(
      String questionnaireId, String version, String questionId, String value) {
    return isDigits(value)
        && QUESTIONNAIRES.questionnaires().stream()
            .filter(questionnaire -> questionnaire.id().equals(questionnaireId))
            .filter(questionnaire -> version.equals(String.valueOf(questionnaire.version())))
            .flatMap(questionnaire -> questionnaire.question(questionId).stream())
            .anyMatch(
                question -> question.isNumber() || question.format() == Format.CORPORATE_NUMBER);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  static Problem cardNumber(LandedFile file, Place place, String found) {
    return Problem.error(
        file.path(),
        place,
        Problem.Reason.CARD_NUMBER_FOUND,
        found,
        new BilingualText("no card number", "カード番号を含まない値"),
        new BilingualText(
            "Delete the card number and send the file again.", "カード番号を削除し、改めて提出してください。"));
  }

  /** The place of a problem as tables hold it. */
  public static String placeOf(Problem problem) {
    // A sheet may have been given any name.
    return problem.place().equals(Place.WHOLE_FILE)
        ? "file"
        : CardNumbers.mask(problem.place().english());
  }

  /** The row that a problem is about; 0 where it is about none. */
  long lineOf(Problem problem) {
    var place = problem.place();
    return place.line() > 0 || place.cell().isEmpty()
        ? place.line()
        : rows.entrySet().stream()
            .filter(row -> place.sheet().equals(row.getValue().get("sheet")))
            .filter(row -> place.cell().equals(row.getValue().get("cell")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(0L);
  }
}
