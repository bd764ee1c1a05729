package jp.renkei.webapi.international;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.renkei.reports.chart.ForeignCharts;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.foreign.ForeignLink;
import jp.renkei.reports.foreign.ForeignMonth;
import jp.renkei.reports.foreign.ForeignRegister;
import jp.renkei.reports.foreign.ForeignRegisters;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.charts.ChartExplanations;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/** 国際比較: {@code /international}. */
public final class InternationalPages {
  private static final String ADOPTION = "api_adoption_rate";

  /** A re-keying has a line per brand; the rest is in the release's tables. */
  private static final int MOST_LINKS = 60;

  private static final List<Function<ForeignMonth, OptionalLong>> NUMBERS =
      List.of(
          ForeignMonth::brands,
          ForeignMonth::entities,
          ForeignMonth::entitiesWithSeveralBrands,
          ForeignMonth::brandsWithoutEntity,
          ForeignMonth::newBrands,
          ForeignMonth::goneBrands,
          ForeignMonth::continuingBrands,
          ForeignMonth::rekeyedBrands,
          ForeignMonth::ambiguousBrands);

  private final Templates templates;

  public InternationalPages(Templates templates) {
    this.templates = templates;
  }

  public Answer international(PageRequest request) {
    var frame = request.frame();
    var page =
        request
            .reader()
            .read(
                queries -> {
                  var registers = ForeignRegisters.all(queries);
                  var beside = new ArrayList<InternationalPage.Beside>();
                  if (!registers.isEmpty()) {
                    japan(queries, frame).ifPresent(beside::add);
                    registers.forEach(one -> beside.addAll(abroad(one, frame)));
                  }
                  return new InternationalPage(
                      beside,
                      Optional.empty(),
                      registers.stream().map(one -> view(one, queries, request)).toList());
                });
    var trend =
        page.registers().isEmpty()
            ? Optional.<ChartView>empty()
            : ChartPages.view(request, ADOPTION);
    return Answer.html(
        templates.render(
            "international", frame, new InternationalPage(page.beside(), trend, page.registers())));
  }

  /** The newest figure of Japan's adoption, by companies. */
  private static Optional<InternationalPage.Beside> japan(DSLContext queries, Frame frame) {
    var words = new FigureWords(frame);
    return KpiFigures.ofIndustry(queries, ADOPTION).stream()
        .filter(KpiFigure::isPoint)
        .reduce((earlier, later) -> later)
        .map(
            figure -> {
              var view = words.view(figure, "ratio");
              return new InternationalPage.Beside(
                  frame.text("international.japan"),
                  frame.text("international.japan.basis"),
                  view.text(),
                  view.counts(),
                  view.period(),
                  view.basis());
            });
  }

  private static List<InternationalPage.Beside> abroad(ForeignRegister register, Frame frame) {
    return register.newest().stream()
        .flatMap(
            month ->
                Stream.of(
                    beside(register, frame, month, "international.brands", month.brands()),
                    beside(register, frame, month, "international.entities", month.entities())))
        .toList();
  }

  private static InternationalPage.Beside beside(
      ForeignRegister register,
      Frame frame,
      ForeignMonth month,
      String measure,
      OptionalLong number) {
    return new InternationalPage.Beside(
        register.country().in(frame.isJapanese()),
        frame.text(measure)
            + frame.text("international.separator")
            + register.basis().in(frame.isJapanese()),
        number(frame, number),
        "",
        frame.date(month.snapshotOn()),
        register.name().in(frame.isJapanese()));
  }

  private static InternationalPage.RegisterView view(
      ForeignRegister register, DSLContext queries, PageRequest request) {
    var frame = request.frame();
    boolean isJapanese = frame.isJapanese();
    var links = ForeignRegisters.linksAboutIds(queries, register.id());
    // What is certain in a re-keying is told by its count.
    var shown = links.stream().filter(link -> !link.isRekeying() || !isJoined(link)).toList();
    String definition = frame.href("/international") + "#how";
    return new InternationalPage.RegisterView(
        register.id(),
        register.country().in(isJapanese),
        register.name().in(isJapanese),
        register.basis().in(isJapanese),
        register.source().in(isJapanese),
        register.sourceUrl(),
        register.licence(),
        register.isFictitious(),
        register.gaps(),
        ForeignCharts.of(register, request.stamp()).stream()
            .map(spec -> new ChartView(spec, Map.of(), definition, ChartExplanations.NONE))
            .toList(),
        register.months().stream().map(month -> month(month, frame)).toList(),
        matches(links, frame),
        shown.stream().limit(MOST_LINKS).map(link -> link(link, frame)).toList(),
        Math.max(0, shown.size() - MOST_LINKS));
  }

  private static InternationalPage.Month month(ForeignMonth month, Frame frame) {
    var marks = new ArrayList<String>();
    if (month.isGap()) {
      marks.add(frame.text("international.mark.gap"));
    }
    if (month.isRekeying()) {
      marks.add(frame.text("international.mark.rekeying"));
    }
    if (month.isDropFlagged()) {
      marks.add(frame.text("international.mark.drop"));
    }
    if (month.isAfterGap()) {
      marks.add(frame.text("international.mark.after_gap", month.monthsSinceEarlier().getAsLong()));
    }
    return new InternationalPage.Month(
        frame.month(month.month()),
        frame.date(month.snapshotOn()),
        NUMBERS.stream().map(number -> number(frame, number.apply(month))).toList(),
        marks,
        month.isGap());
  }

  /** Of every re-keying how many brands were matched how, newest first. */
  private static List<InternationalPage.MatchCount> matches(List<ForeignLink> links, Frame frame) {
    var counts = new TreeMap<String, Map<String, Long>>();
    links.stream()
        .filter(ForeignLink::isRekeying)
        .forEach(
            link ->
                counts
                    .computeIfAbsent(link.snapshotOn().toString(), day -> new TreeMap<>())
                    .merge(link.match(), 1L, Long::sum));
    var matches = new ArrayList<InternationalPage.MatchCount>();
    counts
        .descendingMap()
        .forEach(
            (day, byMatch) ->
                byMatch.forEach(
                    (match, count) ->
                        matches.add(
                            new InternationalPage.MatchCount(
                                frame.date(LocalDate.parse(day)),
                                frame.word("brand_match", match),
                                KpiFormat.count(count)))));
    return matches;
  }

  private static boolean isJoined(ForeignLink link) {
    return link.earlier().isPresent() && link.later().isPresent();
  }

  private static InternationalPage.Link link(ForeignLink link, Frame frame) {
    return new InternationalPage.Link(
        frame.date(link.snapshotOn()),
        named(link.earlier(), ForeignLink.Named::id, frame),
        named(link.earlier(), ForeignLink.Named::name, frame),
        named(link.later(), ForeignLink.Named::id, frame),
        named(link.later(), ForeignLink.Named::name, frame),
        frame.word("brand_match", link.match()),
        isJoined(link),
        link.candidates().orElse(""));
  }

  private static String named(
      Optional<ForeignLink.Named> brand, Function<ForeignLink.Named, String> part, Frame frame) {
    return brand.map(part).orElseGet(() -> frame.text("missing"));
  }

  private static String number(Frame frame, OptionalLong number) {
    return number.isPresent() ? KpiFormat.count(number.getAsLong()) : frame.text("missing");
  }
}
