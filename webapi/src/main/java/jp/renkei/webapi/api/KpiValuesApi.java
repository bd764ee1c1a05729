package jp.renkei.webapi.api;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.KpiRows;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.JsonText;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * {@code /api/v1/kpi-values}: rows of gold.kpi_value, filtered by {@code kpi_id}, {@code level},
 * {@code issuer} and {@code issuer_basis} (THEN or NOW; THEN where it is not asked for). Names are
 * the columns'; what has no value is null, with its value_state.
 */
public final class KpiValuesApi {
  private static final String ISSUER_BASIS = "issuer_basis";
  private static final Map<String, Field<String>> FILTERS =
      Map.of(
          "kpi_id",
          KPI_VALUE.KPI_ID,
          "level",
          KPI_VALUE.ENTITY_LEVEL,
          "issuer",
          KPI_VALUE.ISSUER_ID,
          ISSUER_BASIS,
          KPI_VALUE.ISSUER_BASIS);
  private static final Set<String> OTHERS = Set.of("release", "lang");

  /** An unknown parameter is refused: a mistyped filter must not pass for no filter. */
  public Answer values(PageRequest request) {
    Condition condition = DSL.noCondition();
    for (var parameter : request.frame().query().values().entrySet()) {
      var column = FILTERS.get(parameter.getKey());
      if (column != null) {
        condition = condition.and(column.eq(parameter.getValue()));
      } else if (!OTHERS.contains(parameter.getKey())) {
        throw new NotShown(
            NotShown.Kind.WRONG_PARAMETER,
            parameter.getKey() + " (" + String.join(", ", new TreeSet<>(FILTERS.keySet())) + ")");
      }
    }
    // Both views of one issuer would be added up by who asks for one.
    boolean isChosen = request.frame().query().values().containsKey(ISSUER_BASIS);
    Condition chosen =
        isChosen ? condition : condition.and(KPI_VALUE.ISSUER_BASIS.isDistinctFrom("NOW"));
    String rows = request.reader().read(queries -> rows(queries, chosen));
    var shown = request.shown();
    return Answer.json(
        "{\"release\":%d,\"state\":%s,\"as_of\":%s,\"is_fictitious\":%b,\"values\":[%s]}\n"
            .formatted(
                shown.id(),
                JsonText.quoted(shown.state().name()),
                JsonText.quoted(shown.asOf().toString()),
                shown.isFictitious(),
                rows));
  }

  private static String rows(DSLContext queries, Condition condition) {
    return KpiRows.of(queries, condition)
        .orderBy(
            KPI_VALUE.KPI_ID,
            KPI_VALUE.ENTITY_LEVEL,
            KPI_VALUE.ISSUER_ID.asc().nullsFirst(),
            KPI_VALUE.AGENT_ID.asc().nullsFirst(),
            KPI_VALUE.SLICE.asc().nullsFirst(),
            KPI_VALUE.SLICE_VALUE.asc().nullsFirst(),
            KPI_VALUE.PERIOD_START,
            KPI_VALUE.DEFINITION_VERSION,
            KPI_VALUE.PERIOD_TYPE,
            KPI_VALUE.BASIS,
            KPI_VALUE.ISSUER_BASIS)
        .stream()
        .map(KpiValuesApi::object)
        .collect(Collectors.joining(",\n"));
  }

  private static String object(Record row) {
    return row.fieldStream()
        .map(field -> JsonText.quoted(field.getName()) + ":" + json(row.get(field)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : JsonText.quoted(value.toString());
  }
}
