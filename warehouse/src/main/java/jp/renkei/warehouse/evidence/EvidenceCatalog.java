package jp.renkei.warehouse.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * What stands behind every KPI: which kinds of sources, and of survey answers which questions. It
 * follows from the tables and columns that the KPI's SELECT names ({@code
 * definitions/evidence/tables.yaml}), so that a new KPI can be explained without a word of its own.
 */
public final class EvidenceCatalog {
  private static final String FOLDER = "definitions/evidence";
  private static final String TABLES = "tables.yaml";
  private static final Pattern WORD = Pattern.compile("[a-z_]+");
  private static final Pattern QUESTION = Pattern.compile("'([A-Z][0-9]+_[0-9]+[A-Z]?)'");

  private final Map<TableName, TableEvidence> tables;
  private final Map<String, String> rows;

  private EvidenceCatalog(Map<TableName, TableEvidence> tables, Map<String, String> rows) {
    this.tables = tables;
    this.rows = rows;
  }

  /** What ships with the product. */
  public static EvidenceCatalog builtIn() {
    var tables = new TreeMap<TableName, TableEvidence>();
    var node =
        YamlNode.parse(TABLES, Definitions.read(FOLDER, TABLES).get(TABLES))
            .allowOnly("tables")
            .node("tables");
    for (var name : node.keys()) {
      var table = TableEvidence.parse(name, node.node(name));
      var columns = TableCatalog.builtIn().table(table.table()).columnNames();
      var named = new ArrayList<>(table.questions().keySet());
      named.addAll(table.logs());
      named.removeAll(columns);
      if (!named.isEmpty()) {
        throw new DefinitionException(
            "%s: '%s': found the columns %s, expected some of %s."
                .formatted(TABLES, name, named, columns));
      }
      tables.put(table.table(), table);
    }
    return new EvidenceCatalog(tables, Definitions.read(FOLDER, ".sql"));
  }

  /** The kinds of sources behind a KPI. */
  public Set<EvidenceSource> sources(KpiDefinition kpi) {
    var sources = new TreeSet<EvidenceSource>();
    kpi.reads().forEach(table -> sources.add(of(table).source()));
    return sources;
  }

  /**
   * Whether columns of a survey's table that the SELECT names rest on the logs of the month of the
   * reference date.
   */
  public boolean isWitnessedByLogs(KpiDefinition kpi) {
    var words = words(kpi);
    return kpi.reads().stream()
        .anyMatch(table -> of(table).logs().stream().anyMatch(words::contains));
  }

  /** The questions whose answers decide a KPI's rows. */
  public SortedSet<String> questions(KpiDefinition kpi) {
    var questions = new TreeSet<>(kpi.answers());
    QUESTION.matcher(kpi.sql()).results().forEach(found -> questions.add(found.group(1)));
    var words = words(kpi);
    for (var table : kpi.reads()) {
      of(table)
          .questions()
          .forEach(
              (column, decided) -> {
                if (words.contains(column)) {
                  questions.addAll(decided);
                }
              });
    }
    return questions;
  }

  /**
   * The rows that a KPI is counted from, where its own SELECT has added them up already ({@code
   * definitions/evidence/<kpi_id>.sql}): the columns of the KPI's SELECT, {@code levels} at which
   * the row counts, and for a statistic what was {@code observed}.
   */
  public Optional<String> rows(KpiDefinition kpi) {
    return Optional.ofNullable(rows.get(kpi.id() + ".sql"));
  }

  private TableEvidence of(TableName table) {
    var evidence = tables.get(table);
    if (evidence == null) {
      throw new DefinitionException(
          "Cannot explain KPIs that read %s: definitions/evidence/%s does not say what stands behind it. Add the table there."
              .formatted(table, TABLES));
    }
    return evidence;
  }

  /** Every word of the SELECT, columns among them. */
  private static Set<String> words(KpiDefinition kpi) {
    var words = new TreeSet<String>();
    WORD.matcher(kpi.sql()).results().forEach(found -> words.add(found.group()));
    return words;
  }

  /** The names of the KPIs that have rows of their own. */
  public List<String> explained() {
    return rows.keySet().stream().map(file -> file.substring(0, file.length() - 4)).toList();
  }
}
