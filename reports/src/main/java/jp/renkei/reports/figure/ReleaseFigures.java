package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.renkei.reports.register.Register;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import org.jooq.DSLContext;

/**
 * The figures of one audience's file, as charts and workbooks ask for them. What the audience must
 * not see isn't in the file.
 */
public final class ReleaseFigures {
  private final ReleaseReader reader;
  private final LocalDate asOf;
  private final KpiDefinitions definitions;

  public ReleaseFigures(Release release, ReleaseReader reader) {
    this.reader = reader;
    this.asOf = release.manifest().asOf();
    this.definitions = read(KpiDefinitions::read);
  }

  public KpiDefinitions definitions() {
    return definitions;
  }

  /** A KPI of the whole industry, without slices, oldest period first. */
  public List<KpiFigure> industry(String kpiId) {
    return read(queries -> KpiFigures.ofIndustry(queries, kpiId));
  }

  /** A KPI of the whole industry by the values of a slice, oldest period first. */
  public List<KpiFigure> industry(String kpiId, String slice) {
    return read(queries -> KpiFigures.ofIndustry(queries, kpiId, slice));
  }

  /** A KPI issuer by issuer in the newest period that has any, ordered by issuer. */
  public List<KpiFigure> newestByIssuer(String kpiId) {
    var shown =
        KpiFigures.ofShortestPeriods(
            read(queries -> KpiFigures.ofIssuers(queries, List.of(kpiId))).stream()
                .filter(one -> one.slice().isEmpty())
                .toList());
    var newest = shown.stream().map(KpiFigure::periodStart).max(Comparator.naturalOrder());
    return shown.stream()
        .filter(one -> Optional.of(one.periodStart()).equals(newest))
        .sorted(Comparator.comparing(one -> one.issuerId().orElse("")))
        .toList();
  }

  /** Some KPIs issuer by issuer, slices included, on the reference date of a round. */
  public List<KpiFigure> byIssuer(List<String> kpiIds, LocalDate referenceDate) {
    return read(queries -> KpiFigures.ofIssuers(queries, kpiIds)).stream()
        .filter(KpiFigure::isPoint)
        .filter(one -> one.periodEnd().equals(referenceDate))
        .toList();
  }

  /** What issuers state themselves in the shape of CDR Get Metrics v5, month by month. */
  public List<KpiFigure> stated() {
    return read(KpiFigures::stated);
  }

  /** A figure beside a KPI issuer by issuer, on the reference date of a round. */
  public List<KpiSupplement> supplementsByIssuer(String figure, LocalDate referenceDate) {
    return read(queries -> KpiSupplements.ofIssuers(queries, figure)).stream()
        .filter(one -> one.periodEnd().equals(referenceDate))
        .toList();
  }

  /** What companies say of their figures. */
  public KpiComments comments() {
    return read(KpiComments::read);
  }

  /** The figures that companies comment on, by company and KPI, the newest period first. */
  public List<KpiFigure> commentedOn() {
    var comments = comments();
    var byId = new HashMap<KpiFigure.Id, KpiFigure>();
    var kpiIds = comments.all().stream().map(one -> one.figure().kpiId()).distinct().toList();
    read(queries -> KpiFigures.ofCompanies(queries, kpiIds))
        .forEach(figure -> byId.put(figure.id(), figure));
    return comments.all().stream()
        .map(KpiComment::figure)
        .distinct()
        .map(byId::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Agent to its Japanese name, ordered by agent. */
  public Map<String, String> agentNames() {
    return read(queries -> Register.agentNames(queries, true));
  }

  /** Issuer to its Japanese name on the day of the release, ordered by issuer. */
  public SortedMap<String, String> issuerNames() {
    var names = new TreeMap<String, String>();
    read(queries -> Register.issuers(queries, asOf))
        .forEach((id, issuer) -> names.put(id, issuer.nameJa()));
    return names;
  }

  /** The companies that consent to be named, where the file names others too. */
  public Optional<Set<String>> named() {
    return reader.audience() == Audience.SECRETARIAT
        ? Optional.of(read(Register::named))
        : Optional.empty();
  }

  /** Whether the figures are those of the fictitious sample world, whose issuers say so by name. */
  public boolean isFictitious() {
    return issuerNames().values().stream().anyMatch(name -> name.contains("架空"));
  }

  /** The reference date of the newest round that has adoption figures. */
  public Optional<LocalDate> adoptionDate() {
    return read(Adoption::referenceDate);
  }

  /** The product lines of that round by issuer. */
  public Map<String, List<Adoption.Line>> adoption() {
    return read(
        queries ->
            Adoption.referenceDate(queries)
                .map(date -> Adoption.lines(queries, date, Map.of()))
                .orElseGet(Map::of));
  }

  /** Whether the file tells how far KPIs are on the way to their targets. */
  public boolean hasProgress() {
    return read(KpiProgresses::areIn);
  }

  /** How far KPIs are on the way to their targets, in the order of the definitions. */
  public List<KpiProgress> progress() {
    return read(queries -> KpiProgresses.newest(queries, definitions));
  }

  /** All milestones, by measure and baseline end. */
  public List<Milestone> milestones() {
    return read(Milestones::all);
  }

  /**
   * What stands beside each KPI in its newest period, for the whole industry: in the order of the
   * definitions, the whole before its measures.
   */
  public List<KpiSupplement> newestSupplements() {
    var all = read(KpiSupplements::ofIndustry);
    return definitions.newest().stream()
        .map(KpiDefinition::kpiId)
        .map(kpi -> all.stream().filter(one -> one.kpiId().equals(kpi)).toList())
        .flatMap(ReleaseFigures::newest)
        .toList();
  }

  private static Stream<KpiSupplement> newest(List<KpiSupplement> ofKpi) {
    var newest = ofKpi.stream().map(KpiSupplement::periodEnd).max(Comparator.naturalOrder());
    return ofKpi.stream().filter(one -> Optional.of(one.periodEnd()).equals(newest));
  }

  private <T> T read(Function<DSLContext, T> queries) {
    return reader.read(queries);
  }
}
