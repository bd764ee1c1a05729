package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.Adoption.ADOPTION;
import static jp.renkei.warehouse.jooq.silver.tables.SurveyRound.SURVEY_ROUND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import jp.renkei.reports.style.CodeLabels;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How far an issuer's product lines offer an API, in the newest round. */
public final class Adoption {
  private Adoption() {}

  /**
   * One product line.
   *
   * @param status adoption status; empty where not reported
   * @param name from the register, else its id; empty for an issuer without product lines
   */
  public record Line(
      String issuerId,
      Optional<String> name,
      Optional<String> segment,
      Optional<String> status,
      Optional<LocalDate> liveSince,
      Optional<LocalDate> plannedOn,
      OptionalLong cards,
      OptionalLong itemsOffered,
      OptionalLong itemsCatalogue) {}

  /** The reference date of the newest round that has adoption figures. */
  public static Optional<LocalDate> referenceDate(DSLContext queries) {
    return Optional.ofNullable(
        queries
            .select(DSL.max(SURVEY_ROUND.REFERENCE_DATE))
            .from(SURVEY_ROUND)
            .where(SURVEY_ROUND.ROUND_ID.in(DSL.selectDistinct(ADOPTION.ROUND_ID).from(ADOPTION)))
            .fetchOne(0, LocalDate.class));
  }

  /** The product lines of that round by issuer. */
  public static Map<String, List<Line>> lines(
      DSLContext queries, LocalDate referenceDate, Map<String, String> lineNames) {
    Condition ofRound =
        ADOPTION.ROUND_ID.in(
            DSL.select(SURVEY_ROUND.ROUND_ID)
                .from(SURVEY_ROUND)
                .where(SURVEY_ROUND.REFERENCE_DATE.eq(referenceDate)));
    var lines = new TreeMap<String, List<Line>>();
    queries
        .selectFrom(ADOPTION)
        .where(ofRound)
        .orderBy(ADOPTION.ISSUER_ID, ADOPTION.PRODUCT_LINE_ID)
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.getIssuerId(), id -> new ArrayList<>())
                    .add(
                        new Line(
                            row.getIssuerId(),
                            Optional.ofNullable(row.getProductLineId())
                                .map(id -> lineNames.getOrDefault(id, id)),
                            Optional.ofNullable(row.getSegment()),
                            Optional.ofNullable(row.getAdoptionStatus()),
                            Optional.ofNullable(row.getLiveSince()),
                            Optional.ofNullable(row.getPlannedOn()),
                            Maybe.whole(row.getCards()),
                            Maybe.whole(row.getItemsOffered()),
                            Maybe.whole(row.getItemsCatalogue()))));
    return lines;
  }

  /** The distinct statuses of an issuer's lines, the furthest first; empty where none reported. */
  public static List<String> statuses(List<Line> lines) {
    var order = CodeLabels.codes("adoption_status");
    return lines.stream()
        .flatMap(line -> line.status().stream())
        .distinct()
        .sorted(Comparator.comparingInt(order::indexOf))
        .toList();
  }

  /** The furthest status among an issuer's lines; empty where none reported one. */
  public static Optional<String> furthest(List<Line> lines) {
    return statuses(lines).stream().findFirst();
  }

  /** First day of service, else the first planned day, of the lines with the furthest status. */
  public static Optional<LocalDate> since(List<Line> lines) {
    var furthest = furthest(lines);
    return lines.stream()
        .filter(line -> line.status().isPresent() && line.status().equals(furthest))
        .map(line -> line.liveSince().or(line::plannedOn).orElse(null))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }
}
