package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * One kind of CSV that fills one silver table: which columns it has, which of them must not be
 * blank, which hold codes. The types are the table's.
 *
 * @param columns CSV column to table column, in the order of the CSV
 * @param required CSV columns that must not be blank
 * @param optional CSV columns that a file may lack, as those written before the column was
 * @param codes CSV column to the codes it may hold
 * @param validity whether rows of one key must not overlap in valid_from .. valid_to
 */
public record RegisterFile(
    String path,
    TableDefinition table,
    Map<String, String> columns,
    Set<String> required,
    Set<String> optional,
    Map<String, List<String>> codes,
    boolean validity) {
  private static final List<String> CONSENT = List.of("NAMED", "AGGREGATE_ONLY");

  /** The registers, and the files whose every row is a statement of its own. */
  public static final List<RegisterFile> ALL =
      List.of(
          register(
              "issuers",
              "silver.issuer",
              "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,publication_consent,cards_issued,valid_from,valid_to",
              "issuer_id,name_ja,publication_consent",
              Map.of("publication_consent", CONSENT)),
          register(
              "agents",
              "silver.agent",
              "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,publication_consent,valid_from,valid_to",
              "agent_id,name_ja,publication_consent",
              Map.of("publication_consent", CONSENT)),
          register(
              "product_lines",
              "silver.product_line",
              "product_line_id,issuer_id,name_ja,segment,processor_id,valid_from,valid_to",
              "product_line_id,issuer_id,segment",
              Map.of("segment", List.of("INDIVIDUAL", "CORPORATE"))),
          register(
              "population_frames",
              "silver.population_frame",
              "frame_id,as_of,basis,issuer_id,cards_issued",
              "frame_id,issuer_id",
              Map.of()),
          register(
              "client_aliases",
              "silver.client_alias",
              "issuer_id,client_id_raw,agent_id,valid_from,valid_to",
              "issuer_id,client_id_raw,agent_id",
              Map.of()),
          register(
              "agent_networks",
              "silver.agent_network",
              "agent_id,cidr,valid_from,valid_to",
              "agent_id,cidr",
              Map.of()),
          register(
              "issuer_keys",
              "silver.issuer_key",
              "issuer_id,public_key,valid_from,valid_to",
              "issuer_id,public_key",
              Map.of()),
          register(
              "successions",
              "silver.succession",
              "old_id,new_id,kind,effective_on",
              "old_id,new_id,kind,effective_on",
              Map.of("kind", List.of("MERGER", "RENAME", "REKEY", "SPLIT"))));

  static final RegisterFile ROADMAP =
      of(
          "roadmap/",
          "silver.milestone_revision",
          "milestone_id,measure_id,measure_ja,issuer_id,title_ja,owner,baseline_start,baseline_end,forecast_end,actual_end,status,kpi_id,reason,stated_by,stated_on",
          "milestone_id,measure_id,title_ja,status,stated_on",
          Map.of(
              "status",
              List.of("NOT_STARTED", "IN_PROGRESS", "DONE", "DELAYED", "REVISED", "CANCELLED")),
          false);

  public static final RegisterFile TARGETS =
      of(
              "targets/",
              "silver.kpi_target",
              "kpi_id,kind,date,value,basis_document,explanation",
              "kpi_id,kind,date,value",
              Map.of("kind", List.of("BASELINE", "INTERIM", "TARGET")),
              false)
          .lacking(List.of("explanation"));

  public static final RegisterFile COMMENTS =
      of(
              "comments/",
              "silver.kpi_comment",
              "respondent_id,release_id,kpi_id,period,entity_level,counterparty_id,slice,slice_value,basis,definition_version,comment,stated_on",
              "respondent_id,kpi_id,period,stated_on",
              Map.of(
                  "entity_level",
                  Stream.of(EntityLevel.values())
                      .filter(level -> level != EntityLevel.ALL)
                      .map(EntityLevel::name)
                      .toList(),
                  "basis",
                  Stream.of(KpiBasis.values()).map(KpiBasis::name).toList()),
              false)
          .lacking(KpiComments.FIGURE_COLUMNS);

  static final RegisterFile CORRECTIONS =
      of(
          "corrections/",
          "silver.correction",
          "path,sha256,sheet,cell,line,column,old_value,new_value,reason,stated_by,stated_on",
          "reason,stated_by,stated_on",
          Map.of(),
          false);

  private static final List<RegisterFile> OF_FOLDERS =
      List.of(ROADMAP, TARGETS, COMMENTS, CORRECTIONS);

  /** Every kind, the registers first. */
  static final List<RegisterFile> ALL_KINDS =
      Stream.concat(ALL.stream(), OF_FOLDERS.stream()).toList();

  public RegisterFile {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
    codes = Map.copyOf(codes);
  }

  /** The kind of a landed path; empty for a name that no register has. */
  public static Optional<RegisterFile> at(String landedPath) {
    return OF_FOLDERS.stream()
        .filter(kind -> landedPath.startsWith(kind.path()))
        .findFirst()
        .or(() -> ALL.stream().filter(register -> register.path().equals(landedPath)).findFirst());
  }

  /** Whether a row may say anew what an earlier one said, and is told from it by its place. */
  boolean holdsStatements() {
    return equals(ROADMAP) || equals(COMMENTS) || equals(CORRECTIONS);
  }

  private static RegisterFile register(
      String file, String table, String columns, String required, Map<String, List<String>> codes) {
    return of(
        "register/" + file + ".csv",
        table,
        columns,
        required,
        codes,
        columns.endsWith("valid_from,valid_to"));
  }

  private static RegisterFile of(
      String path,
      String table,
      String columns,
      String required,
      Map<String, List<String>> codes,
      boolean validity) {
    var names = new LinkedHashMap<String, String>();
    for (var column : columns.split(",", -1)) {
      names.put(
          column,
          switch (column) {
            case "association_member" -> "is_association_member";
            case "date" -> "target_on";
            case "line" -> "target_line";
            case "column" -> "target_column";
            default -> column;
          });
    }
    return new RegisterFile(
        path,
        TableCatalog.builtIn().table(table),
        names,
        Set.copyOf(Arrays.asList(required.split(",", -1))),
        Set.of(),
        codes,
        validity);
  }

  private RegisterFile lacking(List<String> mayLack) {
    return new RegisterFile(path, table, columns, required, Set.copyOf(mayLack), codes, validity);
  }

  /** The CSV columns that a file must have. */
  List<String> columnsOfEveryFile() {
    return columns.keySet().stream().filter(column -> !optional.contains(column)).toList();
  }

  /** The CSV columns that make up a row's key, without the validity. */
  List<String> keyColumns() {
    var keys = new ArrayList<String>();
    columns.forEach(
        (csv, column) -> {
          if (table.key().contains(column) && !column.equals("valid_from")) {
            keys.add(csv);
          }
        });
    return keys;
  }
}
