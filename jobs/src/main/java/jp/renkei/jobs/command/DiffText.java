package jp.renkei.jobs.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.RevisionReason;
import jp.renkei.warehouse.release.diff.FigureChange;
import jp.renkei.warehouse.release.diff.FigureReading;
import jp.renkei.warehouse.release.diff.FigureSubject;
import jp.renkei.warehouse.release.diff.ReleaseDiff;

/** The differences of two releases as a terminal shows them, and as JSON. */
final class DiffText {
  private static final int PLACES_OF_PERCENT = 2;
  private static final int PLACES = 1;

  private DiffText() {}

  static List<String> lines(ReleaseDiff diff) {
    var lines = new ArrayList<String>();
    lines.add(
        "数値の変更　%s ► %s　対象 %s"
            .formatted(named(diff.before()), named(diff.after()), diff.audience().code()));
    lines.add(
        Stream.of(FigureChange.Kind.values())
            .map(kind -> "%s値 %,d 件".formatted(kind.japanese(), diff.count(kind)))
            .collect(Collectors.joining("、")));
    diff.missing().forEach(table -> lines.add("%s は一方の公表版にありません。比べていません。".formatted(table)));
    for (var kind : FigureChange.Kind.values()) {
      if (diff.count(kind) > 0) {
        lines.add("");
        lines.add("■ " + kind.japanese() + "値");
      }
      diff.changes().stream()
          .filter(change -> change.kind() == kind)
          .map(DiffText::line)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String named(Release release) {
    return Stream.of(
            Optional.of("公表版 " + release.id()),
            release.life().label().map(label -> "「" + label + "」"),
            release.life().revision().map(RevisionReason::japanese))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String line(FigureChange change) {
    return "  %s（%s）%s　%s ► %s%s　理由：%s"
        .formatted(
            change.titleJa(),
            change.subject().id(),
            place(change.subject()),
            side(change.before(), change.oldValue(), change.unit()),
            side(change.after(), change.newValue(), change.unit()),
            size(change),
            change.reasonsJa());
  }

  private static String place(FigureSubject subject) {
    return Stream.of(
            subject.level(),
            subject.issuerId(),
            subject.agentId(),
            subject.slice().isEmpty() ? "" : subject.slice() + "=" + subject.sliceValue(),
            subject.option(),
            subject.answerState(),
            subject.periodType().isEmpty()
                ? subject.roundId()
                : subject.periodType() + " " + subject.periodStart(),
            subject.basis(),
            subject.issuerBasis().equals("NOW") ? "（今日のカード会社による）" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" ", " ", ""));
  }

  private static String side(Optional<FigureReading> reading, OptionalDouble value, String unit) {
    if (reading.isEmpty()) {
      return "（なし）";
    }
    String counts =
        reading.get().numerator().isPresent() && reading.get().denominator().isPresent()
            ? "（%d/%d）"
                .formatted(
                    reading.get().numerator().getAsLong(), reading.get().denominator().getAsLong())
            : "";
    if (value.isPresent()) {
      return shown(value.getAsDouble(), unit) + counts;
    }
    String state = reading.get().valueState();
    return (state.equals("SUPPRESSED") ? FigureReading.SUPPRESSED : state) + counts;
  }

  /** By how much: in the unit, and as a part of the old value. */
  private static String size(FigureChange change) {
    var difference = change.difference();
    if (difference.isEmpty()) {
      return "";
    }
    String absolute = signed(difference.getAsDouble(), change.unit());
    var relative = change.relativeDifference();
    return "　（"
        + (isRatio(change.unit()) ? absolute.replace("%", " ポイント") : absolute)
        + (relative.isPresent() ? "、" + signed(relative.getAsDouble(), "ratio") : "")
        + "）";
  }

  private static boolean isRatio(String unit) {
    return unit.equals("ratio");
  }

  private static String signed(double number, String unit) {
    return (number > 0 ? "+" : "") + shown(number, unit);
  }

  /** Counts in full, so that the sides and the difference go together; ratios in percent. */
  private static String shown(double number, String unit) {
    var exact = BigDecimal.valueOf(number);
    return isRatio(unit)
        ? exact.movePointRight(2).setScale(PLACES_OF_PERCENT, RoundingMode.HALF_UP) + "%"
        : exact.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  static Map<String, Object> asMap(ReleaseDiff diff) {
    var map = new LinkedHashMap<String, Object>();
    map.put("before", diff.before().id());
    map.put("after", diff.after().id());
    map.put("audience", diff.audience().code());
    map.put("revision", diff.after().life().revision().map(Enum::name).orElse(""));
    for (var kind : FigureChange.Kind.values()) {
      map.put(kind.name().toLowerCase(java.util.Locale.ROOT), diff.count(kind));
    }
    map.put("not_compared", diff.missing());
    map.put("changes", diff.changes().stream().map(DiffText::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(FigureChange change) {
    var map = new LinkedHashMap<String, Object>();
    var row = change.row();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      map.put(
          FigureChange.COLUMNS.get(i),
          value instanceof Number || value == null ? value : value.toString());
    }
    return map;
  }
}
