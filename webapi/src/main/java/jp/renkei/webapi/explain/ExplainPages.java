package jp.renkei.webapi.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.explain.EvidenceTable;
import jp.renkei.reports.explain.ExplainProblem;
import jp.renkei.reports.explain.Explanation;
import jp.renkei.reports.explain.Explanations;
import jp.renkei.reports.explain.FigureChoice;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.surveys.CsvText;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.kpi.CommentWords;

/**
 * {@code /explain}: where a figure comes from, and {@code /explain.csv}: one table of its evidence.
 * What an audience must not see is not in its file, so that to the public a figure is explained by
 * its definition and the counts that are published.
 */
public final class ExplainPages {
  private static final String TABLE = "table";

  /** What names a figure in an address, and a table of its evidence. */
  public static final String[] PARAMETERS = {
    "kpi",
    "issuer",
    "agent",
    "period",
    "slice",
    "basis",
    "version",
    FigureChoice.ISSUER_BASIS,
    TABLE
  };

  private static final int MOST_ROWS = 200;

  private final Templates templates;

  public ExplainPages(Templates templates) {
    this.templates = templates;
  }

  public Answer page(PageRequest request) {
    var explanation = explanation(request);
    var frame = request.frame();
    var figure = explanation.figure();
    var comments =
        request.reader().read(KpiComments::read).on(figure).stream()
            .map(comment -> new CommentWords(frame).of(comment, ""))
            .toList();
    return Answer.html(
        templates.render(
            "explain",
            frame,
            new ExplainPage(
                explanation.definition().title(frame.isJapanese()),
                ChartPages.definition(request, figure.kpiId()),
                explanation.sentences(),
                comments,
                explanation.isSound(),
                explanation.evidence().stream()
                    .map(table -> table(request, explanation, table))
                    .toList())));
  }

  private static ExplainPage.Table table(
      PageRequest request, Explanation explanation, EvidenceTable whole) {
    var table = whole.withoutEmptyColumns();
    var parameters = new HashMap<>(explanation.choice().parameters());
    parameters.put(TABLE, table.id());
    return new ExplainPage.Table(
        table.id(),
        table.title(),
        table.columns(),
        table.numeric(),
        table.rows().stream().limit(MOST_ROWS).toList(),
        Math.max(0, table.rows().size() - MOST_ROWS),
        request.frame().href("/explain.csv", parameters));
  }

  /** All rows of one table of the evidence. */
  public Answer csv(PageRequest request) {
    String wanted = request.parameter(TABLE).orElse("");
    var explanation = explanation(request);
    var table =
        explanation.evidence().stream()
            .filter(one -> one.id().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new NotShown(NotShown.Kind.WRONG_PARAMETER, "table=" + wanted));
    var csv = new CsvText(table.columns());
    table.rows().forEach(row -> csv.row(plain(table, row)));
    return Answer.file(
        Answer.CSV,
        csv.bytes(),
        request.fileName(explanation.figure().kpiId() + "-" + table.id(), "csv"));
  }

  /** Numbers without separators, which programs take for another column. */
  private static List<String> plain(EvidenceTable table, List<String> row) {
    var cells = new ArrayList<>(row);
    table.numeric().forEach(column -> cells.set(column, cells.get(column).replace(",", "")));
    return cells;
  }

  private static Explanation explanation(PageRequest request) {
    boolean isJapanese = request.frame().isJapanese();
    try {
      return new Explanations(request.release(), request.reader(), isJapanese).of(choice(request));
    } catch (ExplainProblem e) {
      throw new NotShown(NotShown.Kind.NO_FIGURE, e.text(isJapanese));
    }
  }

  private static FigureChoice choice(PageRequest request) {
    return new FigureChoice(
        required(request, "kpi"),
        request.parameter("issuer"),
        request.parameter("agent"),
        required(request, "period"),
        request
            .parameter("slice")
            .map(text -> FigureChoice.Slice.parse(text).orElseThrow(() -> wrong("slice=" + text))),
        request.parameter("basis"),
        request.parameter("version").map(ExplainPages::version),
        request
            .parameter(FigureChoice.ISSUER_BASIS)
            .map(text -> IssuerBasis.parse(text).orElseThrow(() -> wrong("issuer_basis=" + text)))
            .orElse(IssuerBasis.THEN));
  }

  private static long version(String text) {
    return Optional.of(text)
        .filter(one -> one.matches("[0-9]{1,9}"))
        .map(Long::valueOf)
        .orElseThrow(() -> wrong("version=" + text));
  }

  private static String required(PageRequest request, String name) {
    return request.parameter(name).orElseThrow(() -> wrong(name + "="));
  }

  private static NotShown wrong(String parameter) {
    return new NotShown(NotShown.Kind.WRONG_PARAMETER, parameter);
  }
}
