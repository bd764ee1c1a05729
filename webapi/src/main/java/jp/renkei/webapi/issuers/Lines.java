package jp.renkei.webapi.issuers;

import static jp.renkei.warehouse.jooq.silver.tables.ProductLine.PRODUCT_LINE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.PageRequest;
import org.jooq.DSLContext;

/** An issuer's product lines in the newest round. */
final class Lines {
  private Lines() {}

  static IssuerPage.Lines ofIssuer(PageRequest request, DSLContext queries, String issuerId) {
    boolean hasNames = request.holds("silver.product_line");
    var names = hasNames ? names(queries, issuerId) : Map.<String, String>of();
    var lines =
        Adoption.referenceDate(queries)
            .map(day -> Adoption.lines(queries, day, names).getOrDefault(issuerId, List.of()))
            .orElseGet(List::of);
    var numbers = new HashMap<Optional<String>, Integer>();
    var shown = new ArrayList<IssuerPage.Line>();
    for (var line : lines) {
      var name =
          hasNames
              ? line.name()
              : line.name()
                  .map(
                      id ->
                          numbered(line, numbers.merge(line.segment(), 1, Integer::sum), request));
      shown.add(line(line, name, request.frame()));
    }
    return new IssuerPage.Lines(shown, hasNames);
  }

  /** 個人 1: a line without its name, told from the issuer's others. */
  private static String numbered(Adoption.Line line, int number, PageRequest request) {
    var frame = request.frame();
    String kind =
        line.segment().map(code -> frame.word("segment", code)).orElse(frame.text("issuer.line"));
    return kind + " " + number;
  }

  private static IssuerPage.Line line(Adoption.Line line, Optional<String> name, Frame frame) {
    return new IssuerPage.Line(
        name,
        line.segment().map(code -> frame.word("segment", code)),
        line.status(),
        line.liveSince()
            .map(day -> frame.text("issuers.live_since", frame.date(day)))
            .or(
                () ->
                    line.plannedOn().map(day -> frame.text("issuers.planned_on", frame.date(day)))),
        count(line.cards()),
        count(line.itemsOffered())
            .map(
                offered -> offered + " / " + count(line.itemsCatalogue()).orElse(KpiFormat.EMPTY)));
  }

  private static Optional<String> count(OptionalLong value) {
    return value.isPresent() ? Optional.of(KpiFormat.count(value.getAsLong())) : Optional.empty();
  }

  private static Map<String, String> names(DSLContext queries, String issuerId) {
    var names = new TreeMap<String, String>();
    queries
        .selectFrom(PRODUCT_LINE)
        .where(PRODUCT_LINE.ISSUER_ID.eq(issuerId))
        .orderBy(PRODUCT_LINE.VALID_FROM.asc().nullsFirst())
        .forEach(
            row ->
                names.put(
                    row.getProductLineId(),
                    Optional.ofNullable(row.getNameJa()).orElse(row.getProductLineId())));
    return names;
  }
}
