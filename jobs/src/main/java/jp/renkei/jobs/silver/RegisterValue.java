package jp.renkei.jobs.silver;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.gateway.classify.AgentNetworks;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CorporateNumber;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.ColumnType;

/** Reads the text of one value of a register by its column. */
final class RegisterValue {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** As in the questionnaires, so that no sum of counts grows beyond what tables hold. */
  private static final long HIGHEST = 999_999_999_999L;

  private static final Set<String> KPI_IDS =
      KpiCatalog.builtIn().all().stream()
          .map(KpiDefinition::id)
          .collect(Collectors.toUnmodifiableSet());

  private RegisterValue() {}

  /** A value, or why there is none. */
  sealed interface Reading {}

  record Read(Object value) implements Reading {}

  record Refused(Reason reason, BilingualText expected) implements Reading {}

  static Reading of(RegisterFile kind, String csvColumn, String text) {
    var codes = kind.codes().get(csvColumn);
    if (codes != null && !codes.contains(text)) {
      String list = String.join(", ", codes);
      return refused(Reason.UNKNOWN_CODE, "one of " + list, "次のいずれか：" + list);
    }
    if (csvColumn.equals("corporate_number")) {
      return CorporateNumber.fault(text)
          .map(fault -> (Reading) new Refused(fault.reason(), fault.expected()))
          .orElseGet(() -> new Read(text));
    }
    if (csvColumn.equals("cidr") && !AgentNetworks.isNetwork(text)) {
      return refused(
          Reason.WRONG_TYPE, "an address block such as 192.0.2.0/24", "192.0.2.0/24 のようなアドレスブロック");
    }
    if (csvColumn.equals("public_key") && VerificationKey.parse(text).isEmpty()) {
      return refused(
          Reason.WRONG_TYPE,
          "an Ed25519 public key (SubjectPublicKeyInfo) in Base64, 60 characters",
          "Ed25519 の公開鍵（SubjectPublicKeyInfo）の Base64、60文字");
    }
    boolean isOfKpi = kind.equals(RegisterFile.TARGETS) || kind.equals(RegisterFile.COMMENTS);
    if (isOfKpi && csvColumn.equals("kpi_id") && !KPI_IDS.contains(text)) {
      return refused(Reason.UNKNOWN_ID, "a kpi_id of docs/kpis.md", "docs/kpis.md にある kpi_id");
    }
    if (kind.equals(RegisterFile.COMMENTS)) {
      if (csvColumn.equals("period") && !KpiComments.isPeriod(text)) {
        return refused(
            Reason.WRONG_TYPE,
            "a period such as 2026-03-31, 2026-03, FY2025Q4 or FY2025",
            "2026-03-31、2026-03、FY2025Q4、FY2025 のような期間");
      }
      if (text.codePointCount(0, text.length()) > KpiComments.LONGEST) {
        return refused(
            Reason.TOO_LARGE,
            "at most " + KpiComments.LONGEST + " characters",
            KpiComments.LONGEST + "文字以内");
      }
    }
    return typed(kind.table().column(kind.columns().get(csvColumn)).type(), text);
  }

  private static Reading typed(ColumnType type, String text) {
    try {
      return switch (type) {
        case STRING -> new Read(text);
        case BIGINT -> count(Long.parseLong(text));
        // Not Double.valueOf, which takes NaN and 1d for numbers.
        case DOUBLE -> number(new BigDecimal(text));
        case BOOLEAN -> yesNo(text);
        case DATE -> date(LocalDate.parse(text));
        case TIMESTAMP -> throw new IllegalStateException("No register holds instants.");
      };
    } catch (DateTimeException | NumberFormatException e) {
      return new Refused(Reason.WRONG_TYPE, expected(type));
    }
  }

  private static Reading count(long number) {
    if (number < 0) {
      return new Refused(Reason.WRONG_TYPE, expected(ColumnType.BIGINT));
    }
    return number <= HIGHEST
        ? new Read(number)
        : refused(
            Reason.OUT_OF_RANGE,
            "a whole number from 0 to " + HIGHEST,
            "0 から " + HIGHEST + " までの整数");
  }

  private static Reading number(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(HIGHEST)) <= 0
        ? new Read(number.doubleValue())
        : refused(
            Reason.OUT_OF_RANGE,
            "a number from -" + HIGHEST + " to " + HIGHEST,
            "-" + HIGHEST + " から " + HIGHEST + " までの数値");
  }

  private static Reading yesNo(String text) {
    return text.equals("yes") || text.equals("no")
        ? new Read(text.equals("yes"))
        : new Refused(Reason.WRONG_TYPE, expected(ColumnType.BOOLEAN));
  }

  private static Reading date(LocalDate date) {
    return date.isBefore(EARLIEST) || date.isAfter(LATEST)
        ? refused(
            Reason.DATE_OUT_OF_RANGE,
            "a date from " + EARLIEST + " to " + LATEST,
            EARLIEST + " から " + LATEST + " までの日付")
        : new Read(date);
  }

  private static Refused refused(Reason reason, String expected, String expectedJa) {
    return new Refused(reason, new BilingualText(expected, expectedJa));
  }

  private static BilingualText expected(ColumnType type) {
    return switch (type) {
      case BIGINT -> new BilingualText("a whole number from 0", "0以上の整数");
      case DOUBLE -> new BilingualText("a number", "数値");
      case BOOLEAN -> new BilingualText("yes or no", "yes 又は no");
      case DATE -> new BilingualText("a date YYYY-MM-DD", "YYYY-MM-DD の日付");
      case STRING, TIMESTAMP -> new BilingualText("a text", "文字列");
    };
  }
}
