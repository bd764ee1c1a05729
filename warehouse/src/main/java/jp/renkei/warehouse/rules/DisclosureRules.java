package jp.renkei.warehouse.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.table.TableName;

/**
 * What is left out of the files of everybody but the secretariat.
 *
 * @param fewestRespondents a figure needs so many respondents behind it
 * @param fewestForMedian a median needs so many
 * @param fewestForQuartiles quartiles need so many
 * @param dominancePercent a sum less its two largest contributions must be this share of the
 *     largest; never published
 * @param attackerIntervalPercent what can be worked out of a suppressed value must stay open by
 *     this share of it, to each side
 * @param counts KPIs that the rule on sums is not for
 * @param answersOf single answers that a KPI of one company is made of, by KPI
 * @param industryOnly tables that have rows of single companies for the secretariat only, each with
 *     the beginnings of the figures that it is true of; none for all of its rows
 * @param keptSupplements figures of gold.kpi_supplement that only the secretariat has
 * @param keptSlices slices of gold.kpi_value that only the secretariat has
 * @param sharedCounts counts of different KPIs of which one is a part of the other
 * @param contents what each table of an audience's file holds
 */
public record DisclosureRules(
    int version,
    int fewestRespondents,
    int fewestForMedian,
    int fewestForQuartiles,
    int dominancePercent,
    int attackerIntervalPercent,
    Set<String> counts,
    SortedMap<String, Answers> answersOf,
    SortedMap<TableName, List<String>> industryOnly,
    SortedSet<String> keptSupplements,
    KeptSlices keptSlices,
    List<SharedCount> sharedCounts,
    SortedMap<TableName, Content> contents) {

  /** What a table of an audience's file holds. */
  public enum Content {
    FIGURES,
    SINGLE_ANSWERS,
    REGISTER,
    DEFINITION,
    RELEASE
  }

  /** Columns that hold a company's answers of a round. */
  public record Answers(TableName table, List<String> columns) {}

  /** Slices, and the KPIs whose rows of those slices others have all the same. */
  public record KeptSlices(SortedSet<String> slices, SortedSet<String> butOf) {}

  public DisclosureRules {
    boolean isSound =
        fewestRespondents > 1
            && fewestForMedian >= fewestRespondents
            && fewestForQuartiles >= fewestForMedian
            && dominancePercent > 0
            && dominancePercent <= 100
            && attackerIntervalPercent > 0
            && attackerIntervalPercent <= 100;
    if (!isSound) {
      throw new IllegalArgumentException(
          "Cannot use disclosure rules: a limit is out of range in disclosure.yaml.");
    }
    counts = Set.copyOf(counts);
    sharedCounts = List.copyOf(sharedCounts);
  }

  public static DisclosureRules builtIn() {
    String file = "disclosure.yaml";
    var node =
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .allowOnly(
                "rules",
                "version",
                "fewest_respondents",
                "fewest_for_median",
                "fewest_for_quartiles",
                "dominance_percent",
                "attacker_interval_percent",
                "counts",
                "answers",
                "industry_only",
                "kept_supplements",
                "kept_slices",
                "shared_counts",
                "tables");
    var contents = new TreeMap<TableName, Content>();
    var tables = node.node("tables");
    for (String table : tables.keys()) {
      contents.put(TableName.of(table), tables.code(table, Content.class));
    }
    var answers = new TreeMap<String, Answers>();
    var kpis = node.node("answers");
    for (String kpi : kpis.keys()) {
      var one = kpis.node(kpi).allowOnly("table", "columns");
      answers.put(kpi, new Answers(TableName.of(one.text("table")), one.texts("columns")));
    }
    var industryOnly = new TreeMap<TableName, List<String>>();
    for (var one : node.nodes("industry_only")) {
      one.allowOnly("table", "figures");
      industryOnly.put(TableName.of(one.text("table")), one.texts("figures"));
    }
    var slices = node.node("kept_slices").allowOnly("slices", "but_of");
    var sharedCounts =
        node.nodes("shared_counts").stream()
            .map(one -> one.allowOnly("whole", "part"))
            .map(
                one ->
                    new SharedCount(
                        SharedCount.Term.of(one.place(), one.text("whole")),
                        SharedCount.Term.of(one.place(), one.text("part"))))
            .toList();
    return new DisclosureRules(
        node.integer("version"),
        node.integer("fewest_respondents"),
        node.integer("fewest_for_median"),
        node.integer("fewest_for_quartiles"),
        node.integer("dominance_percent"),
        node.integer("attacker_interval_percent"),
        Set.copyOf(node.texts("counts")),
        answers,
        industryOnly,
        new TreeSet<>(node.texts("kept_supplements")),
        new KeptSlices(
            new TreeSet<>(slices.texts("slices")), new TreeSet<>(slices.texts("but_of"))),
        sharedCounts,
        contents);
  }

  /** What a table holds; empty for one that no audience but the secretariat may have. */
  public Optional<Content> contentOf(TableName table) {
    return Optional.ofNullable(contents.get(table));
  }

  /** Whether the rule on sums is for a KPI. */
  public boolean isSum(String kpiId) {
    return !counts.contains(kpiId);
  }

  /** What may be known of the rules, by name; the share of the rule on sums is not among it. */
  public SortedMap<String, Long> published() {
    var published = new TreeMap<String, Long>();
    published.put("fewest_respondents", (long) fewestRespondents);
    published.put("fewest_for_median", (long) fewestForMedian);
    published.put("fewest_for_quartiles", (long) fewestForQuartiles);
    published.put("attacker_interval_percent", (long) attackerIntervalPercent);
    return published;
  }
}
