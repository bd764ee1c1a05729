package jp.renkei.webapi.disclosure;

import static jp.renkei.warehouse.jooq.gold.tables.DisclosureRule.DISCLOSURE_RULE;
import static jp.renkei.warehouse.jooq.gold.tables.SuppressionSummary.SUPPRESSION_SUMMARY;

import java.util.List;
import java.util.Objects;
import jp.renkei.reports.figure.ReleasedColumns;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import org.jooq.DSLContext;

/** 秘匿の基準と件数: {@code /disclosure}. */
public final class DisclosurePage {
  private final Templates templates;

  public DisclosurePage(Templates templates) {
    this.templates = templates;
  }

  /** A parameter of the rules and its value in words. */
  public record Rule(String title, String value) {}

  /** How many rows of a table are suppressed for a reason. */
  public record Count(String table, String tableName, String reason, String rows, String all) {}

  /**
   * The rules and counts.
   *
   * @param rules none for a release that was made before there were any
   */
  public record Content(List<Rule> rules, List<Count> counts) {}

  public Answer page(PageRequest request) {
    var frame = request.frame();
    var content =
        request
            .reader()
            .read(queries -> new Content(rules(queries, frame), counts(queries, frame)));
    return Answer.html(templates.render("disclosure", frame, content));
  }

  private static List<Rule> rules(DSLContext queries, Frame frame) {
    return ReleasedColumns.has(queries, DISCLOSURE_RULE)
        ? queries
            .selectFrom(DISCLOSURE_RULE)
            .orderBy(DISCLOSURE_RULE.PARAMETER.desc())
            .fetch(
                row ->
                    new Rule(
                        frame.text("disclosure.rule." + row.getParameter()),
                        frame.text(
                            "disclosure.value." + row.getParameter(),
                            KpiFormat.count(row.getValue()))))
        : List.of();
  }

  private static List<Count> counts(DSLContext queries, Frame frame) {
    return ReleasedColumns.has(queries, SUPPRESSION_SUMMARY)
        ? queries
            .selectFrom(SUPPRESSION_SUMMARY)
            .orderBy(SUPPRESSION_SUMMARY.TABLE_NAME, SUPPRESSION_SUMMARY.REASON)
            .fetch(
                row ->
                    new Count(
                        title(frame, row.getTableName()),
                        row.getTableName(),
                        frame.word("suppression_reason", row.getReason()),
                        KpiFormat.count(Objects.requireNonNull(row.getRows())),
                        KpiFormat.count(Objects.requireNonNull(row.getRowsOfTable()))))
        : List.of();
  }

  private static String title(Frame frame, String table) {
    return frame.isJapanese() ? TableCatalog.builtIn().table(TableName.of(table)).label() : table;
  }
}
