package jp.renkei.warehouse.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.evidence.EvidenceCatalog;
import jp.renkei.warehouse.evidence.EvidenceSource;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * What the file of one respondent holds of the figures about itself.
 *
 * @param ownQuestions beginning of the questions that companies of a level answer
 * @param ownBases what companies of a level hand in besides
 * @param ownSlices slices whose values are the company's own
 * @param ownIssuerBasis the issuer basis of rows that hold no predecessor's part
 * @param kpis per KPI and level of companies, why a row is given as it is
 * @param registers tables of which the file holds the respondent's own rows, with the column of its
 *     id
 */
public record RespondentRules(
    Map<EntityLevel, String> ownQuestions,
    Map<EntityLevel, List<KpiBasis>> ownBases,
    List<String> ownSlices,
    String ownIssuerBasis,
    SortedMap<String, Map<EntityLevel, Reason>> kpis,
    SortedMap<TableName, String> registers) {

  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");
  private static final EvidenceCatalog EVIDENCE = EvidenceCatalog.builtIn();

  /** The evidence also names what is asked in other shapes than questionnaires. */
  private static final Pattern QUESTION = Pattern.compile("[A-Z][0-9]+_.*");

  private static final Set<EvidenceSource> OF_ANSWERS =
      Set.of(EvidenceSource.ANSWERS, EvidenceSource.SUBMISSIONS, EvidenceSource.REGISTERS);

  /** How a row about a respondent stands in its file. */
  public enum Given {
    IN_FULL,
    AS_PUBLIC
  }

  /** Why rows are given as they are. */
  public record Reason(String code, Given given, String because) {}

  public RespondentRules {
    ownQuestions = Map.copyOf(ownQuestions);
    ownBases = Map.copyOf(ownBases);
    ownSlices = List.copyOf(ownSlices);
  }

  public static RespondentRules builtIn() {
    String file = "respondent.yaml";
    return parse(file, Definitions.read("definitions/rules", file).get(file));
  }

  static RespondentRules parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly(
                "rules",
                "version",
                "own_questions",
                "own_bases",
                "own_slices",
                "own_issuer_basis",
                "reasons",
                "kpis",
                "registers");
    var questions = new EnumMap<EntityLevel, String>(EntityLevel.class);
    var ofQuestions = node.node("own_questions");
    ofQuestions
        .keys()
        .forEach(level -> questions.put(EntityLevel.valueOf(level), ofQuestions.text(level)));
    var bases = new EnumMap<EntityLevel, List<KpiBasis>>(EntityLevel.class);
    var ofBases = node.node("own_bases");
    ofBases
        .keys()
        .forEach(
            level ->
                bases.put(
                    EntityLevel.valueOf(level),
                    ofBases.texts(level).stream().map(KpiBasis::valueOf).toList()));
    var registers = new TreeMap<TableName, String>();
    var ofRegisters = node.node("registers");
    ofRegisters
        .keys()
        .forEach(table -> registers.put(TableName.of(table), ofRegisters.text(table)));
    return new RespondentRules(
        questions,
        bases,
        node.texts("own_slices"),
        node.text("own_issuer_basis"),
        kpis(node.node("kpis"), node.node("reasons")),
        registers);
  }

  private static SortedMap<String, Map<EntityLevel, Reason>> kpis(YamlNode kpis, YamlNode reasons) {
    var byKpi = new TreeMap<String, Map<EntityLevel, Reason>>();
    for (String kpi : kpis.keys()) {
      var levels = kpis.node(kpi).allowOnly("ISSUER", "AGENT", "PAIR");
      var byLevel = new EnumMap<EntityLevel, Reason>(EntityLevel.class);
      for (String level : levels.keys()) {
        String code = levels.text(level);
        var reason = reasons.node(code).allowOnly("given", "because");
        byLevel.put(
            EntityLevel.valueOf(level),
            new Reason(code, reason.code("given", Given.class), reason.text("because")));
      }
      byKpi.put(kpi, byLevel);
    }
    return byKpi;
  }

  /** How rows of a KPI at a level of companies are given, and why; empty for an unknown KPI. */
  public Optional<Reason> reason(String kpiId, EntityLevel level) {
    return Optional.ofNullable(kpis.getOrDefault(kpiId, Map.of()).get(level));
  }

  /** The KPIs of which rows at a level are given in full. */
  public Set<String> inFull(EntityLevel level) {
    var ids = new TreeSet<String>();
    kpis.forEach(
        (kpi, levels) -> {
          if (levels.containsKey(level) && levels.get(level).given() == Given.IN_FULL) {
            ids.add(kpi);
          }
        });
    return ids;
  }

  /** The tables of a respondent's file. */
  public List<TableDefinition> tables() {
    return Stream.concat(Stream.of(KPI_VALUE), registers.keySet().stream())
        .map(TableCatalog.builtIn()::table)
        .toList();
  }

  /**
   * Whether by its definition rows of the KPI at a level are counted from own inputs alone: every
   * question that decides them is one of the company's own, and there is nothing else but, for some
   * bases, what such companies hand in besides.
   */
  public boolean isOfOwnInputs(KpiDefinition kpi, EntityLevel level) {
    if (!ownQuestions.containsKey(level)) {
      return false;
    }
    var questions = EVIDENCE.questions(kpi);
    questions.removeIf(name -> !QUESTION.matcher(name).matches());
    boolean isAskedOfOthers =
        questions.stream().anyMatch(question -> !question.startsWith(ownQuestions.get(level)));
    boolean isOfAnswers =
        !questions.isEmpty()
            && OF_ANSWERS.containsAll(EVIDENCE.sources(kpi))
            && !EVIDENCE.isWitnessedByLogs(kpi);
    return !isAskedOfOthers
        && (isOfAnswers || ownBases.getOrDefault(level, List.of()).contains(kpi.basis()));
  }

  /**
   * What must be mended before a release can be made: a KPI with rows of companies that the rules
   * do not name, one that is given in full though it is not of own inputs, and names of nothing.
   */
  public List<String> problems(Collection<KpiDefinition> catalog) {
    var problems = new ArrayList<String>();
    var named = new TreeMap<String, Set<EntityLevel>>();
    kpis.forEach((kpi, levels) -> named.put(kpi, new TreeSet<>(levels.keySet())));
    for (var kpi : catalog) {
      for (var level : kpi.levels()) {
        if (level == EntityLevel.ALL) {
          continue;
        }
        named.computeIfAbsent(kpi.id(), absent -> new TreeSet<>()).remove(level);
        var reason = reason(kpi.id(), level);
        if (reason.isEmpty()) {
          problems.add("%s at %s is not named".formatted(kpi.id(), level));
        } else if (reason.get().given() == Given.IN_FULL && !isOfOwnInputs(kpi, level)) {
          problems.add(
              "%s at %s is given in full, but its definition names other inputs than the company's own"
                  .formatted(kpi.id(), level));
        }
      }
    }
    named.forEach(
        (kpi, levels) ->
            levels.forEach(
                level -> problems.add("there are no rows of %s at %s".formatted(kpi, level))));
    return problems;
  }
}
