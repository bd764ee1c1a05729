package jp.renkei.webapi.issuers;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.KpiComment;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.KpiSupplement;
import jp.renkei.reports.figure.KpiSupplements;
import jp.renkei.reports.register.Issuer;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.CommentWords;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/**
 * Makes the list of issuers on the newest round's reference date: filtered by {@code ?name=},
 * sorted by {@code ?sort=&order=}.
 */
final class IssuerLists {
  private static final String CONNECTIONS = "api_connection_count";
  private static final String ACCOUNTS = "linked_account_count";
  private static final String USING_BOTH = "accounts_using_both";
  private static final String SCRAPING_SHARE = "scraping_share";
  private static final String MATCH = "two_side_match_rate";
  private static final String ACCESS_METHOD = "access_method";

  private final PageRequest request;
  private final FigureWords words;
  private final KpiDefinitions definitions;
  private final Optional<LocalDate> referenceDate;
  private final List<KpiFigure> figures;
  private final List<KpiSupplement> usingBoth;
  private final WithoutConsent withoutConsent;
  private final KpiComments comments;

  private IssuerLists(PageRequest request, DSLContext queries) {
    this.request = request;
    this.words = new FigureWords(request.frame());
    this.definitions = KpiDefinitions.read(queries);
    this.referenceDate = Adoption.referenceDate(queries);
    this.figures =
        KpiFigures.ofIssuers(queries, List.of(CONNECTIONS, ACCOUNTS, SCRAPING_SHARE, MATCH))
            .stream()
            .filter(KpiFigure::isPoint)
            .filter(figure -> isOfRound(figure.periodEnd()))
            .toList();
    this.comments = KpiComments.read(queries);
    this.withoutConsent = WithoutConsent.of(request, queries);
    this.usingBoth =
        KpiSupplements.ofIssuers(queries, USING_BOTH).stream()
            .filter(figure -> isOfRound(figure.periodEnd()))
            .toList();
  }

  static IssuerList list(PageRequest request, DSLContext queries) {
    return new IssuerLists(request, queries).list(queries);
  }

  private IssuerList list(DSLContext queries) {
    String sortCode = request.parameter("sort").orElse("name");
    var sort =
        IssuerColumn.of(sortCode)
            .orElseThrow(() -> new NotShown(NotShown.Kind.WRONG_PARAMETER, "sort=" + sortCode));
    boolean isDescending = request.parameter("order").equals(Optional.of("desc"));
    String wanted = request.parameter("name").orElse("");
    var day = referenceDate.orElse(request.shown().asOf());
    var adoption =
        referenceDate.map(date -> Adoption.lines(queries, date, Map.of())).orElseGet(Map::of);
    var issuers = Register.issuers(queries, request.shown().asOf());
    var valid = Register.issuersValidOn(queries, day);
    var rows =
        issuers.values().stream()
            .filter(issuer -> valid.contains(issuer.id()) && isNamed(issuer, wanted))
            .map(issuer -> row(issuer, adoption.getOrDefault(issuer.id(), List.of())))
            .sorted(sort.order(isDescending))
            .toList();
    var ended =
        issuers.values().stream()
            .filter(issuer -> issuer.isEndedBefore(day) && isNamed(issuer, wanted))
            .map(
                issuer ->
                    new IssuerList.Ended(
                        issuer.id(), name(issuer), withoutConsent.holds(issuer.id())))
            .toList();
    int total = (int) issuers.keySet().stream().filter(valid::contains).count();
    return new IssuerList(referenceDate, rows, total, ended, wanted, sort, isDescending);
  }

  /** The page names one reference date, so that figures of earlier rounds have no place on it. */
  private boolean isOfRound(LocalDate periodEnd) {
    return referenceDate.equals(Optional.of(periodEnd));
  }

  private String name(Issuer issuer) {
    return issuer.name(request.frame().isJapanese());
  }

  /** Full-width letters, half-width kana and capitals are found whichever way they are typed. */
  private static boolean isNamed(Issuer issuer, String wanted) {
    String sought = plain(wanted);
    return plain(issuer.nameJa()).contains(sought)
        || plain(issuer.nameEn().orElse("")).contains(sought)
        || plain(issuer.id()).contains(sought);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private IssuerRow row(Issuer issuer, List<Adoption.Line> lines) {
    return new IssuerRow(
        issuer.id(),
        name(issuer),
        withoutConsent.holds(issuer.id()),
        !lines.isEmpty(),
        Adoption.furthest(lines),
        Adoption.since(lines),
        cell(issuer, CONNECTIONS, Optional.empty()),
        cell(issuer, ACCOUNTS, Optional.of("API")),
        cell(issuer, ACCOUNTS, Optional.of("SCRAPING")),
        usingBoth(issuer),
        cell(issuer, SCRAPING_SHARE, Optional.empty()),
        cell(issuer, MATCH, Optional.empty()),
        comments(issuer));
  }

  /** What it says of the figures of its row, the same words on several slices once. */
  private List<CommentView> comments(Issuer issuer) {
    var view = new CommentWords(request.frame());
    var said = new LinkedHashMap<KpiComment, List<String>>();
    figures.stream()
        .filter(figure -> figure.issuerId().equals(Optional.of(issuer.id())))
        .filter(IssuerLists::isShown)
        .forEach(
            figure ->
                comments
                    .on(figure)
                    .forEach(
                        one ->
                            said.computeIfAbsent(one.onWhole(), absent -> new ArrayList<>())
                                .add(figure.slice().isEmpty() ? "" : words.slice(figure))));
    return said.entrySet().stream()
        .map(
            entry -> {
              String kpiId = entry.getKey().figure().kpiId();
              String title =
                  definitions
                      .newest(kpiId)
                      .map(one -> one.title(request.frame().isJapanese()))
                      .orElse(kpiId);
              var slices = entry.getValue().stream().filter(name -> !name.isEmpty()).toList();
              return view.of(
                  entry.getKey(),
                  slices.isEmpty() ? title : title + "（" + String.join("、", slices) + "）");
            })
        .toList();
  }

  private static boolean isShown(KpiFigure figure) {
    return figure.kpiId().equals(ACCOUNTS)
        ? figure.slice().equals(Optional.of(ACCESS_METHOD))
        : figure.slice().isEmpty();
  }

  /** The accounts that are among those of either access method. */
  private IssuerRow.Cell usingBoth(Issuer issuer) {
    return usingBoth.stream()
        .filter(one -> one.issuerId().equals(Optional.of(issuer.id())))
        .reduce((earlier, later) -> later)
        .map(one -> new IssuerRow.Cell(words.figure(one), one.value()))
        .orElseGet(() -> new IssuerRow.Cell(words.none(), OptionalDouble.empty()));
  }

  private IssuerRow.Cell cell(Issuer issuer, String kpiId, Optional<String> accessMethod) {
    Optional<String> slice = accessMethod.map(method -> ACCESS_METHOD);
    return figures.stream()
        .filter(figure -> figure.issuerId().equals(Optional.of(issuer.id())))
        .filter(figure -> figure.kpiId().equals(kpiId))
        .filter(figure -> figure.slice().equals(slice))
        .filter(figure -> accessMethod.isEmpty() || figure.sliceValue().equals(accessMethod))
        .reduce((earlier, later) -> later)
        .map(
            figure ->
                new IssuerRow.Cell(
                    words.view(
                        figure, definitions.newest(kpiId).map(KpiDefinition::unit).orElse("")),
                    figure.value()))
        .orElseGet(() -> new IssuerRow.Cell(words.none(), OptionalDouble.empty()));
  }
}
