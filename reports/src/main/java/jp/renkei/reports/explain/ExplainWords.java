package jp.renkei.reports.explain;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The words of an explanation in one language, company names included. */
final class ExplainWords {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final boolean isJapanese;
  private final boolean isOfRatio;
  private final Map<String, String> companies;

  private ExplainWords(boolean isJapanese, boolean isOfRatio, Map<String, String> companies) {
    this.isJapanese = isJapanese;
    this.isOfRatio = isOfRatio;
    this.companies = Map.copyOf(companies);
  }

  /**
   * Reads the names.
   *
   * @param isOfRatio whether the figure has a numerator and a denominator
   */
  static ExplainWords read(DSLContext queries, boolean isJapanese, boolean isOfRatio) {
    var names = new HashMap<>(Register.agentNames(queries, isJapanese));
    Register.issuers(queries, java.time.LocalDate.MAX)
        .forEach(
            (id, issuer) ->
                names.put(
                    id, isJapanese ? issuer.nameJa() : issuer.nameEn().orElse(issuer.nameJa())));
    return new ExplainWords(isJapanese, isOfRatio, names);
  }

  boolean isJapanese() {
    return isJapanese;
  }

  String of(String japanese, String english) {
    return isJapanese ? japanese : english;
  }

  String code(String list, String code) {
    return code.isEmpty() || !CodeLabels.lists().contains(list)
        ? code
        : isJapanese ? CodeLabels.japanese(list, code) : CodeLabels.english(list, code);
  }

  /** {@code ISS001 架空カード}; a pair's two joined by ×. */
  String company(String id) {
    return java.util.Arrays.stream(id.split("×"))
        .map(one -> companies.containsKey(one) ? one + " " + companies.get(one) : one)
        .collect(Collectors.joining(" × "));
  }

  /** The name alone, as it is read aloud. */
  String spoken(String id) {
    return java.util.Arrays.stream(id.split("×"))
        .map(one -> companies.getOrDefault(one, one))
        .collect(Collectors.joining(of("と", " and ")));
  }

  String role(CountedPart.Role role) {
    if (!isOfRatio
        && (role == CountedPart.Role.NUMERATOR || role == CountedPart.Role.DENOMINATOR)) {
      return of("数えた", "Counted");
    }
    return switch (role) {
      case NUMERATOR -> of("分子に数えた", "Numerator");
      case DENOMINATOR -> of("分母だけに数えた", "Denominator only");
      case BOUNDS -> of("下限・上限だけに関わる", "Bounds only");
      case NONE -> of("数えていない", "Not counted");
    };
  }

  String role(Record row) {
    return role(CountedPart.Role.values()[row.get("role", Integer.class)]);
  }

  /** A column of a row as text; what is missing is empty. */
  static String text(Record row, String column) {
    Object value = row.get(column);
    if (value == null) {
      return "";
    }
    if (value instanceof OffsetDateTime at) {
      return TIME.format(at.atZoneSameInstant(JAPAN));
    }
    if (value instanceof Long || value instanceof Integer) {
      return KpiFormat.count(((Number) value).longValue());
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }

  static List<String> texts(Record row, String... columns) {
    return java.util.Arrays.stream(columns).map(column -> text(row, column)).toList();
  }

  /** Where an answer stands: sheet and cell of a workbook, line of a text file. */
  String place(Record row) {
    String cell = text(row, "cell");
    if (!cell.isEmpty()) {
      return "「" + text(row, "sheet") + "」!" + cell;
    }
    Long line = row.get("line", Long.class);
    return line == null ? "" : of(line + "行目", "line " + line);
  }
}
