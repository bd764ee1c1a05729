package jp.renkei.surveys.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/**
 * What a form knows of itself: who is asked what, where its answers stand, and which labels stand
 * beside them. It is written onto a hidden sheet when the form is made, and compared with the form
 * when it comes back; so a form stays readable after the product's own layout has moved on.
 *
 * @param referenceDate of the round; empty in forms that were made before it was written down
 * @param areas by name, every answer cell or column
 * @param labels by sheet and cell, a digest of every text that a respondent must not change
 */
record FormRecord(
    Subject subject,
    Optional<LocalDate> referenceDate,
    SortedMap<String, Area> areas,
    SortedMap<String, SortedMap<Position, String>> labels) {
  private static final int DIGEST_LENGTH = 8;

  /** Who is asked what. */
  record Subject(
      String questionnaireId,
      int version,
      String roundId,
      String respondentId,
      String respondentName,
      String corporateNumber) {}

  FormRecord {
    areas = new TreeMap<>(areas);
    labels = new TreeMap<>(labels);
  }

  FormIdentity identity() {
    return new FormIdentity(
        subject.questionnaireId(),
        subject.version(),
        subject.roundId(),
        subject.respondentId(),
        layoutHash());
  }

  /** SHA-256 over all of it. */
  String layoutHash() {
    var lines = new StringBuilder(subject.toString()).append('\n');
    referenceDate.ifPresent(date -> lines.append(date).append('\n'));
    areas.forEach((name, area) -> lines.append(name).append(' ').append(area).append('\n'));
    labels.forEach(
        (sheet, digests) ->
            digests.forEach(
                (position, digest) ->
                    lines
                        .append(sheet)
                        .append(' ')
                        .append(position)
                        .append(' ')
                        .append(digest)
                        .append('\n')));
    return hash(lines.toString());
  }

  /** Of a label, whatever a program does to the blanks around it and the ends of its lines. */
  static String digest(String label) {
    return hash(label.replace("\r", "").strip()).substring(0, DIGEST_LENGTH);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash a form: this JDK lacks SHA-256.", e);
    }
  }
}
