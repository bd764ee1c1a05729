package jp.renkei.warehouse.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;

/** What a table's file may say. */
class TableDefinitionTest {
  private static final String FILE = "gold/trial.yaml";
  private static final String TRIAL =
      """
      table: gold.trial
      ja: 試行
      grain: One row per trial.
      audiences: [secretariat]
      companies: [issuer_id]
      key: [issuer_id]
      columns:
        - {name: issuer_id, type: string, ja: 会社, meaning: Issuer}
        - {name: trials, type: bigint, ja: 回数, meaning: Trials, unit: trials}
        - {name: made_at, type: timestamp, ja: 日時, meaning: When, volatile: true}
      """;

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> TableDefinition.parse(FILE, text))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(message);
  }

  @Test
  void readsColumnsInTheirOrder() {
    var table = TableDefinition.parse(FILE, TRIAL);
    assertThat(table.name()).hasToString("gold.trial");
    assertThat(table.columnNames()).containsExactly("issuer_id", "trials", "made_at");
    assertThat(table.contentColumns())
        .extracting(ColumnDefinition::name)
        .containsExactly("issuer_id", "trials");
    assertThat(table.column("trials").unit()).hasValue("trials");
    assertThat(DuckDbTables.create(table))
        .isEqualTo(
            "create table gold.trial (\"issuer_id\" VARCHAR, \"trials\" BIGINT, \"made_at\""
                + " TIMESTAMPTZ)");
  }

  @Test
  void refusesAColumnTwice() {
    refuses(
        TRIAL.replace("name: trials", "name: issuer_id"),
        "gold.trial: column 'issuer_id' stands twice.");
  }

  @Test
  void refusesAKeyOrCompanyThatIsNoColumn() {
    refuses(
        TRIAL.replace("key: [issuer_id]", "key: [agent_id]"),
        "gold.trial: key names the unknown column 'agent_id'.");
    refuses(
        TRIAL.replace("companies: [issuer_id]", "companies: [agent_id]"),
        "gold.trial: companies names the unknown column 'agent_id'.");
  }

  @Test
  void refusesAnUnknownKeyAndType() {
    refuses(
        TRIAL.replace("grain:", "grian:"),
        "gold/trial.yaml: unknown key 'grian', did you mean 'grain'? Known keys: table, ja, grain,"
            + " audiences, companies, key, columns, question_column, view_in_release.");
    refuses(
        TRIAL.replace("type: bigint", "type: int"),
        "gold/trial.yaml: columns[1]: 'type': found 'int', expected one of [STRING, BIGINT, DOUBLE,"
            + " BOOLEAN, DATE, TIMESTAMP].");
  }

  @Test
  void refusesAFileOfAnotherName() {
    assertThatThrownBy(() -> TableDefinition.parse("gold/other.yaml", TRIAL))
        .hasMessage("gold/other.yaml: holds table gold.trial, expected the file gold/trial.yaml.");
  }

  @Test
  void namesATableThatIsNotThere() {
    assertThatThrownBy(() -> TableCatalog.builtIn().table("gold.trial"))
        .hasMessage("Cannot find table gold.trial: there is no definitions/tables file for it.");
    assertThatThrownBy(() -> TableName.of("trial"))
        .hasMessage("Cannot name table: found 'trial', expected layer.table");
  }

  @Test
  void givesEveryTableAKeyAndOnlyKnownAudiences() {
    assertThat(TableCatalog.builtIn().all())
        .allSatisfy(
            table -> {
              assertThat(table.grain()).as(table.name().toString()).endsWith(".");
              assertThat(Arrays.stream(Audience.values()).map(Audience::code))
                  .containsAll(table.audiences());
            });
  }
}
