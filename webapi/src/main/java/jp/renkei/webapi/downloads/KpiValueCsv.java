package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiComment.KPI_COMMENT;
import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.surveys.CsvCell;
import jp.renkei.warehouse.jooq.gold.tables.KpiComment;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * gold.kpi_value as open data: CSV (RFC 4180), UTF-8 with byte order mark, sorted by key. What a
 * figure's issuer and agent say of it stands in its row.
 */
final class KpiValueCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";

  private KpiValueCsv() {}

  static String of(DSLContext queries) {
    var ofIssuer = KPI_COMMENT.as("of_issuer");
    var ofAgent = KPI_COMMENT.as("of_agent");
    var columns = new ArrayList<Field<?>>(Arrays.asList(KPI_VALUE.fields()));
    columns.add(ofIssuer.COMMENT.as("issuer_comment"));
    columns.add(ofAgent.COMMENT.as("agent_comment"));
    var csv = new StringBuilder(BYTE_ORDER_MARK);
    csv.append(columns.stream().map(Field::getName).collect(Collectors.joining(",")));
    csv.append(LINE_END);
    try (var rows =
        queries
            .select(columns)
            .from(KPI_VALUE)
            .leftJoin(ofIssuer)
            .on(isOnFigure(ofIssuer).and(ofIssuer.ISSUER_ID.eq(KPI_VALUE.ISSUER_ID)))
            .leftJoin(ofAgent)
            .on(isOnFigure(ofAgent).and(ofAgent.AGENT_ID.eq(KPI_VALUE.AGENT_ID)))
            .orderBy(
                KPI_VALUE.KPI_ID,
                KPI_VALUE.DEFINITION_VERSION,
                KPI_VALUE.ENTITY_LEVEL,
                KPI_VALUE.ISSUER_ID.asc().nullsFirst(),
                KPI_VALUE.AGENT_ID.asc().nullsFirst(),
                KPI_VALUE.SLICE.asc().nullsFirst(),
                KPI_VALUE.SLICE_VALUE.asc().nullsFirst(),
                KPI_VALUE.PERIOD_TYPE,
                KPI_VALUE.PERIOD_START,
                KPI_VALUE.BASIS,
                KPI_VALUE.ISSUER_BASIS.asc().nullsFirst())
            .fetchLazy()) {
      for (Record row : rows) {
        csv.append(
            Arrays.stream(row.intoArray()).map(CsvCell::of).collect(Collectors.joining(",")));
        csv.append(LINE_END);
      }
    }
    return csv.toString();
  }

  private static Condition isOnFigure(KpiComment comment) {
    return comment
        .KPI_ID
        .eq(KPI_VALUE.KPI_ID)
        .and(comment.PERIOD_TYPE.eq(KPI_VALUE.PERIOD_TYPE))
        .and(comment.PERIOD_START.eq(KPI_VALUE.PERIOD_START));
  }
}
