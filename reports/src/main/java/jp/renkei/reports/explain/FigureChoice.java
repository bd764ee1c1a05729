package jp.renkei.reports.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiFigure;

/**
 * Which figure is meant: the company or companies tell the level, none the whole industry.
 *
 * @param period a day, {@code 2026-03}, {@code FY2025Q4}, {@code FY2025} or a survey round
 * @param slice name and value of the slice, such as {@code segment=INDIVIDUAL}
 * @param basis only needed where a figure stands on several
 * @param version of the definition; the newest that the release has a figure by
 * @param issuerBasis by the issuers of the period, or by today's with their predecessors' history
 */
public record FigureChoice(
    String kpiId,
    Optional<String> issuerId,
    Optional<String> agentId,
    String period,
    Optional<Slice> slice,
    Optional<String> basis,
    Optional<Long> version,
    IssuerBasis issuerBasis) {
  private static final Pattern FISCAL = Pattern.compile("FY((?:19|20)[0-9]{2})(?:Q([1-4]))?");
  private static final int APRIL = 4;

  /** The parameter that chooses between the issuers of the period and today's. */
  public static final String ISSUER_BASIS = "issuer_basis";

  /** One value of a slice. */
  public record Slice(String name, String value) {
    private static final Pattern FORM = Pattern.compile("([a-z_]+)=(.+)");

    /** Reads {@code name=value}; empty for anything else. */
    public static Optional<Slice> parse(String text) {
      var form = FORM.matcher(text.strip());
      return form.matches()
          ? Optional.of(new Slice(form.group(1), form.group(2)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  /** The one figure that this is. */
  public static FigureChoice of(KpiFigure figure) {
    return new FigureChoice(
        figure.kpiId(),
        figure.issuerId(),
        figure.agentId(),
        period(figure.periodType(), figure.periodStart()),
        figure.slice().map(name -> new Slice(name, figure.sliceValue().orElse(""))),
        Optional.of(figure.basis()),
        Optional.of(figure.definitionVersion()),
        figure.isByTodaysIssuers() ? IssuerBasis.NOW : IssuerBasis.THEN);
  }

  /** The period as people write it: {@code 2026-03-31}, {@code 2026-03}, {@code FY2025Q4}. */
  public static String period(String type, LocalDate start) {
    int year = start.getMonthValue() >= APRIL ? start.getYear() : start.getYear() - 1;
    return switch (type) {
      case "MONTH" -> YearMonth.from(start).toString();
      case "QUARTER_FY" -> "FY" + year + "Q" + ((start.getMonthValue() + 8) % 12 / 3 + 1);
      case "FY" -> "FY" + year;
      default -> start.toString();
    };
  }

  /** The parameters of an address and the options of a command that name the figure. */
  public Map<String, String> parameters() {
    var parameters = new TreeMap<String, String>();
    parameters.put("kpi", kpiId);
    parameters.put("period", period);
    issuerId.ifPresent(id -> parameters.put("issuer", id));
    agentId.ifPresent(id -> parameters.put("agent", id));
    slice.ifPresent(one -> parameters.put("slice", one.toString()));
    basis.ifPresent(one -> parameters.put("basis", one));
    version.ifPresent(one -> parameters.put("version", one.toString()));
    if (issuerBasis == IssuerBasis.NOW) {
      parameters.put(ISSUER_BASIS, issuerBasis.code());
    }
    return parameters;
  }

  String level() {
    if (issuerId.isPresent()) {
      return agentId.isPresent() ? "PAIR" : "ISSUER";
    }
    return agentId.isPresent() ? "AGENT" : "ALL";
  }

  /** Whether a figure's period is the one meant; a month also means a round's day in it. */
  boolean isOfPeriod(KpiFigure figure, String roundId) {
    if (period.equals(roundId)) {
      return true;
    }
    if (FISCAL.matcher(period).matches()) {
      return period.equals(period(figure.periodType(), figure.periodStart()));
    }
    try {
      return period.length() == "2026-03".length()
          ? (figure.periodType().equals("MONTH") || figure.isPoint())
              && YearMonth.from(figure.periodStart()).equals(YearMonth.parse(period))
          : figure.isPoint() && figure.periodStart().equals(LocalDate.parse(period));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
