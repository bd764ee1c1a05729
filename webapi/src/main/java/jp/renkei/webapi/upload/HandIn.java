package jp.renkei.webapi.upload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.Receipt;
import jp.renkei.webapi.landing.FreeText;
import jp.renkei.webapi.security.User;

/**
 * What a sender says when handing a file in, beside the file.
 *
 * @param reasons why warned answers are right, in the order of the warnings; empty where missing
 * @param correctionReason why the answer accepted before is replaced
 * @param note why the secretariat hands in on somebody's behalf
 * @param arrivedOn when the file came to the secretariat, as typed
 */
record HandIn(List<String> reasons, String correctionReason, String note, String arrivedOn) {
  static final int LONGEST = 500;
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  HandIn {
    reasons = List.copyOf(reasons);
  }

  /** Before anything was typed. */
  static HandIn empty(CheckedFile file) {
    return new HandIn(file.check().warnings().stream().map(any -> "").toList(), "", "", "");
  }

  /** From the fields of the form; a reason for all fills those that have none. */
  static HandIn of(CheckedFile file, Map<String, List<String>> fields) {
    var reasons = new ArrayList<String>();
    String forAll = field(fields, "reason-all");
    for (int i = 0; i < file.check().warnings().size(); i++) {
      String own = field(fields, "reason-" + i);
      reasons.add(own.isEmpty() ? forAll : own);
    }
    return new HandIn(
        reasons,
        field(fields, "correction_reason"),
        field(fields, "note"),
        field(fields, "arrived_on"));
  }

  private static String field(Map<String, List<String>> fields, String name) {
    var values = fields.getOrDefault(name, List.of());
    return FreeText.of(values.isEmpty() ? "" : values.get(0), LONGEST);
  }

  /**
   * Names of the fields that still have to be filled in.
   *
   * @param arrival the days that the secretariat may name
   */
  List<String> missing(CheckedFile file, User sender, ArrivalDays arrival) {
    var missing = new ArrayList<String>();
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).isEmpty()) {
        missing.add("reason-" + i);
      }
    }
    if (file.isCorrection() && correctionReason.isEmpty()) {
      missing.add("correction_reason");
    }
    if (sender.role().isSecretariat() && note.isEmpty()) {
      missing.add("note");
    }
    if (sender.role().isSecretariat() && arrival.day(arrivedOn).isEmpty()) {
      missing.add("arrived_on");
    }
    return missing;
  }

  Receipt receipt(CheckedFile file, String path, User sender, Clock clock) {
    var listed = new ArrayList<Receipt.Reason>();
    var warnings = file.check().warnings();
    for (int i = 0; i < warnings.size(); i++) {
      var warning = warnings.get(i);
      listed.add(
          new Receipt.Reason(warning.sheet(), warning.cell(), warning.line(), reasons.get(i)));
    }
    boolean isOnBehalf = sender.role().isSecretariat();
    var now = OffsetDateTime.now(clock.withZone(JAPAN)).truncatedTo(ChronoUnit.MILLIS);
    return new Receipt(
        file.sha256(),
        path,
        now,
        sender.name(),
        isOnBehalf ? file.check().respondentId() : "",
        isOnBehalf ? LocalDate.parse(arrivedOn) : now.toLocalDate(),
        isOnBehalf ? note : "",
        file.isCorrection() ? correctionReason : "",
        listed);
  }
}
