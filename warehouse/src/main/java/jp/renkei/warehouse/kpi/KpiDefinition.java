package jp.renkei.warehouse.kpi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.TableName;

/**
 * One version of a KPI as its file describes it: the header and one SELECT that Spark and DuckDB
 * both run.
 *
 * @param version 1 stands in {@code <id>.sql}, a later one in {@code <id>.v<version>.sql}
 * @param validFrom first day of the first period that it has values of; empty where it always holds
 * @param quantilePercent which quantile, 1 to 99; of that kind alone
 * @param unit of the value: ratio (0..1), issuers, pairs, accounts, users, credentials, days, ms, …
 * @param better up, down or none
 * @param slices what the value is also given by: columns of the SQL, where a row whose column is
 *     null is in none of the slice's values, and {@link KpiSlice slices of the row's company}
 * @param slicesOnly true where the parts must not be added over the slice
 * @param monthsOnly true where months don't add up to quarters
 * @param mergers how the counts of issuers that are one today become that one's
 * @param answers questions of which a respondent must have answered one to be other than silent
 * @param rules name of the rules file whose version is part of the value
 * @param reads the tables that the SQL may read
 * @param supplements figures that stand beside the value; gold.kpi_supplement holds them
 * @param sql one SELECT; columns: the period's, issuer_id, agent_id, slices, numerator,
 *     denominator, low_ and high_ of both, issuer_contributes, agent_contributes, unanswered (parts
 *     that were eligible but not answered: an empty value is NOT_ANSWERED then); kinds that don't
 *     add up have entity_level, median, n_respondents instead
 */
public record KpiDefinition(
    String id,
    int version,
    Optional<LocalDate> validFrom,
    KpiKind kind,
    OptionalInt quantilePercent,
    String titleJa,
    String titleEn,
    String definitionJa,
    String definitionEn,
    String formula,
    String unit,
    String better,
    String stage,
    KpiBasis basis,
    KpiPeriod period,
    List<EntityLevel> levels,
    List<String> slices,
    boolean slicesOnly,
    boolean monthsOnly,
    KpiMergers mergers,
    List<String> answers,
    Optional<String> rules,
    List<TableName> reads,
    String source,
    List<KpiSupplement> supplements,
    String sql) {

  private static final int HIGHEST_VERSION = 999;

  private static final Pattern FORM =
      Pattern.compile("\\A/\\* ---\\n(.*?)\\n--- \\*/\\n(.*)\\z", Pattern.DOTALL);
  private static final Pattern TABLE = Pattern.compile("\\b(?:bronze|silver|gold)\\.[a-z_]+\\b");

  public KpiDefinition {
    if (slicesOnly && slices.isEmpty()) {
      throw new DefinitionException(fileName(id, version) + ": slices_only needs slices.");
    }
    if ((kind == KpiKind.QUANTILE) != quantilePercent.isPresent()) {
      throw new DefinitionException(
          fileName(id, version) + ": 'quantile_percent' and kind 'quantile' need each other.");
    }
    if (kind == KpiKind.MEDIAN
        && mergers != KpiMergers.NONE
        && (levels.contains(EntityLevel.ISSUER) || levels.contains(EntityLevel.PAIR))) {
      throw new DefinitionException(
          fileName(id, version)
              + ": a median of issuers does not add up and needs 'mergers: none'.");
    }
    if (version > 1 && validFrom.isEmpty()) {
      throw new DefinitionException(
          fileName(id, version) + ": a later definition_version needs 'valid_from'.");
    }
    requireDeclaredReads(fileName(id, version), reads, sql);
  }

  static KpiDefinition parse(String file, String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DefinitionException(
          file + ": expected a header between '/* ---' and '--- */', then one SELECT.");
    }
    var node = YamlNode.parse(file, form.group(1));
    node.allowOnly(
        "kpi_id",
        "definition_version",
        "valid_from",
        "kind",
        "quantile_percent",
        "title",
        "definition",
        "formula",
        "unit",
        "better",
        "stage",
        "basis",
        "period",
        "levels",
        "slices",
        "slices_only",
        "months_only",
        "mergers",
        "answers",
        "rules",
        "reads",
        "source",
        "supplements");
    var title = node.node("title").allowOnly("ja", "en");
    var meaning = node.node("definition").allowOnly("ja", "en");
    var definition =
        new KpiDefinition(
            node.text("kpi_id"),
            node.integer("definition_version", 1, HIGHEST_VERSION),
            node.optionalDate("valid_from"),
            node.code("kind", KpiKind.class),
            node.has("quantile_percent")
                ? OptionalInt.of(node.integer("quantile_percent", 1, 99))
                : OptionalInt.empty(),
            title.text("ja"),
            title.text("en"),
            meaning.text("ja"),
            meaning.text("en"),
            node.text("formula"),
            node.text("unit"),
            node.text("better"),
            node.text("stage"),
            node.code("basis", KpiBasis.class),
            node.code("period", KpiPeriod.class),
            levels(file, node.texts("levels")),
            node.texts("slices"),
            node.flag("slices_only"),
            node.flag("months_only"),
            node.has("mergers") ? node.code("mergers", KpiMergers.class) : KpiMergers.SUM,
            node.texts("answers"),
            node.optionalText("rules"),
            node.texts("reads").stream().map(TableName::of).toList(),
            node.text("source"),
            KpiSupplement.all(node),
            form.group(2).strip());
    if (!file.equals(definition.fileName())) {
      throw new DefinitionException(
          "%s: holds kpi_id '%s', definition_version %d, expected %s."
              .formatted(file, definition.id, definition.version, definition.fileName()));
    }
    return definition;
  }

  /** Of its file in {@code definitions/kpis}. */
  public String fileName() {
    return fileName(id, version);
  }

  private static String fileName(String id, int version) {
    return stem(id, version) + ".sql";
  }

  /** By which every file about a version of a KPI begins. */
  static String stem(String id, int version) {
    return id + (version == 1 ? "" : ".v" + version);
  }

  /**
   * The same KPI over the counts that issuers make of their logs at their own sites: the same
   * SELECT reads the tables of their summaries. Empty where it is none of logs.
   */
  public Optional<KpiDefinition> ofSummaries() {
    if (basis != KpiBasis.GATEWAY_LOG) {
      return Optional.empty();
    }
    return Optional.of(
        new KpiDefinition(
            id,
            version,
            validFrom,
            kind,
            quantilePercent,
            titleJa,
            titleEn,
            definitionJa,
            definitionEn,
            formula,
            unit,
            better,
            stage,
            KpiBasis.ISSUER_SUMMARY,
            period,
            levels,
            slices,
            slicesOnly,
            monthsOnly,
            mergers,
            answers,
            rules,
            reads.stream().map(SummaryTables::of).toList(),
            source,
            supplements,
            TABLE
                .matcher(sql)
                .replaceAll(found -> SummaryTables.of(TableName.of(found.group())).toString())));
  }

  private static List<EntityLevel> levels(String file, List<String> names) {
    var known = Arrays.asList(EntityLevel.values());
    for (var name : names) {
      if (known.stream().noneMatch(level -> level.name().equals(name))) {
        throw new DefinitionException(
            "%s: 'levels': found '%s', expected some of %s.".formatted(file, name, known));
      }
    }
    return names.stream().map(EntityLevel::valueOf).toList();
  }

  /** Refuses a table that the header does not declare, or declares for nothing. */
  private static void requireDeclaredReads(String file, List<TableName> reads, String sql) {
    var found = new TreeSet<TableName>();
    var matcher = TABLE.matcher(sql);
    while (matcher.find()) {
      found.add(TableName.of(matcher.group()));
    }
    if (!found.equals(new TreeSet<>(reads))) {
      throw new DefinitionException(
          "%s: 'reads' says %s, but the SELECT reads %s.".formatted(file, reads, found));
    }
  }
}
