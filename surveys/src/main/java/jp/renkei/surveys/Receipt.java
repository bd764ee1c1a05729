package jp.renkei.surveys;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * Who handed a survey file in, when and how: {@code landing/receipts/*.yaml}, written beside the
 * file by the upload page. A file that was put into landing by hand has none.
 *
 * @param sha256 of the survey file, 64 hexadecimal digits
 * @param path of the survey file below landing
 * @param submittedAt orders resubmissions in place of what the file says
 * @param submittedBy the user who was signed in
 * @param onBehalfOf the respondent, where the secretariat accepted the file for it; else empty
 * @param arrivedOn the day that counts for the due date: of {@code submittedAt}, but where the
 *     secretariat keyed in what had come before, as by post
 * @param note why it did, for example that the form came by post
 * @param correctionReason why an answer that was accepted before is replaced
 * @param reasons why warned answers are right
 */
public record Receipt(
    String sha256,
    String path,
    OffsetDateTime submittedAt,
    String submittedBy,
    String onBehalfOf,
    LocalDate arrivedOn,
    String note,
    String correctionReason,
    List<Reason> reasons)
    implements Serializable {

  /**
   * Why the answer in one cell, or on one line ({@code sheet} and {@code cell} empty), is right.
   */
  public record Reason(String sheet, String cell, long line, String text) implements Serializable {}

  public Receipt {
    reasons = List.copyOf(reasons);
    var on = submittedAt.toLocalDate();
    if (on.isBefore(AnswerValue.EARLIEST) || on.isAfter(AnswerValue.LATEST)) {
      throw new DefinitionException(
          "Cannot use receipt: found submitted_at %s, expected %s to %s."
              .formatted(submittedAt, AnswerValue.EARLIEST, AnswerValue.LATEST),
          new InJapanese(
              "submitted_at：" + submittedAt,
              AnswerValue.EARLIEST + " から " + AnswerValue.LATEST + " までの日時"));
    }
    if (arrivedOn.isAfter(on)) {
      throw new DefinitionException(
          "Cannot use receipt: found arrived_on %s, expected no day after submitted_at %s."
              .formatted(arrivedOn, submittedAt),
          new InJapanese("arrived_on：" + arrivedOn, "submitted_at（" + submittedAt + "）以前の日付"));
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new DefinitionException(
          "Cannot use receipt: found sha256 " + sha256 + ", expected 64 hexadecimal digits.",
          new InJapanese("sha256：" + sha256, "16進64桁のSHA-256"));
    }
  }

  /**
   * Parses a receipt.
   *
   * @throws DefinitionException saying the file, the place and what is wrong
   */
  public static Receipt parse(String file, String text) {
    var root =
        YamlNode.parse(file, text)
            .allowOnly(
                "sha256",
                "path",
                "submitted_at",
                "submitted_by",
                "on_behalf_of",
                "arrived_on",
                "note",
                "correction_reason",
                "reasons");
    String at = root.text("submitted_at");
    var submittedAt =
        SubmissionTime.parse(at)
            .orElseThrow(
                () ->
                    new DefinitionException(
                        file + ": found submitted_at " + at + ", expected a date and time.",
                        new InJapanese("submitted_at：" + at, "2026-04-20T10:00:00+09:00 のような日時")));
    return new Receipt(
        root.text("sha256"),
        root.text("path"),
        submittedAt,
        root.text("submitted_by"),
        root.optionalText("on_behalf_of").orElse(""),
        root.has("arrived_on")
            ? root.date("arrived_on", AnswerValue.EARLIEST, AnswerValue.LATEST)
            : submittedAt.toLocalDate(),
        root.optionalText("note").orElse(""),
        root.optionalText("correction_reason").orElse(""),
        root.has("reasons")
            ? root.nodes("reasons").stream().map(Receipt::reason).toList()
            : List.of());
  }

  private static Reason reason(YamlNode node) {
    node.allowOnly("sheet", "cell", "line", "text");
    return new Reason(
        node.optionalText("sheet").orElse(""),
        node.optionalText("cell").orElse(""),
        node.integer("line", 0),
        node.text("text"));
  }

  /** The same of a file that lies elsewhere below landing. */
  public Receipt at(String otherPath) {
    return new Receipt(
        sha256,
        otherPath,
        submittedAt,
        submittedBy,
        onBehalfOf,
        arrivedOn,
        note,
        correctionReason,
        reasons);
  }

  /** The same of a file that came on another day. */
  public Receipt arrived(LocalDate on) {
    return new Receipt(
        sha256, path, submittedAt, submittedBy, onBehalfOf, on, note, correctionReason, reasons);
  }

  /** Whether it came on another day than it was handed in on. */
  public boolean isArrivalStated() {
    return !arrivedOn.equals(submittedAt.toLocalDate());
  }

  /** As {@link #parse} reads it, in the order of the file; for {@code YamlFile.write}. */
  public Map<String, Object> entries() {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("sha256", sha256);
    entries.put("path", path);
    entries.put("submitted_at", submittedAt.toString());
    entries.put("submitted_by", submittedBy);
    entries.put("on_behalf_of", onBehalfOf);
    if (isArrivalStated()) {
      entries.put("arrived_on", arrivedOn.toString());
    }
    entries.put("note", note);
    entries.put("correction_reason", correctionReason);
    var listed = new ArrayList<Map<String, Object>>();
    for (var reason : reasons) {
      var each = new LinkedHashMap<String, Object>();
      each.put("sheet", reason.sheet());
      each.put("cell", reason.cell());
      each.put("line", reason.line());
      each.put("text", reason.text());
      listed.add(each);
    }
    entries.put("reasons", listed);
    return entries;
  }

  /** What was said of an answer at a place. */
  public Optional<String> reason(Place place) {
    return reasons.stream()
        .filter(
            reason ->
                place.line() > 0
                    ? reason.line() == place.line()
                    : reason.sheet().equals(place.sheet()) && reason.cell().equals(place.cell()))
        .map(Reason::text)
        .distinct()
        .reduce((first, next) -> first + "\n" + next);
  }
}
