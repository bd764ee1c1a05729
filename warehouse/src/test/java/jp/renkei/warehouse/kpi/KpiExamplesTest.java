package jp.renkei.warehouse.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every KPI has an example that a reader can follow; that it is right is tested where KPIs run. */
class KpiExamplesTest {
  private static final Pattern COMPANY = Pattern.compile("-|(ISS|AGT)\\d{3}");

  static List<KpiDefinition> kpis() {
    return KpiCatalog.builtIn().all();
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void hasAnExampleOfAboutTenRows(KpiDefinition kpi) {
    var example = KpiExamples.builtIn().of(kpi);
    assertThat(example).isPresent();
    assertThat(example.get().inputs().stream().mapToInt(input -> input.rows().cells().size()).sum())
        .isBetween(10, 15);
    assertThat(example.get().working()).isNotEmpty();
    assertThat(example.get().expected().columns()).contains("numerator", "denominator", "value");
    assertThat(example.get().expected().cells()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void restsOnWhatTheKpiReads(KpiDefinition kpi) {
    var example = KpiExamples.builtIn().of(kpi).orElseThrow();
    assertThat(example.inputs().stream().map(KpiExample.Input::table).toList())
        .anyMatch(kpi.reads()::contains);
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void namesNobody(KpiDefinition kpi) {
    var example = KpiExamples.builtIn().of(kpi).orElseThrow();
    var companies =
        example.inputs().stream()
            .flatMap(
                input ->
                    Stream.of("issuer_id", "agent_id", "respondent_id")
                        .flatMap(column -> cells(input.rows(), column)));
    assertThat(companies).allMatch(COMPANY.asMatchPredicate());
  }

  private static Stream<String> cells(KpiExample.Rows rows, String column) {
    int index = rows.columns().indexOf(column);
    return index < 0 ? Stream.of() : rows.cells().stream().map(line -> line.get(index));
  }

  @Test
  void refusesARowWithoutACellForEachColumn() {
    assertThatThrownBy(
            () ->
                KpiExample.parse(
                    "visits.yaml",
                    """
                    kpi_id: visits
                    definition_version: 1
                    about: 例
                    inputs:
                      - table: gold.fetch_month
                        rows: |
                          month | users
                          2026-01-01
                    working: [数える]
                    expected: "value"
                    """))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "visits.yaml: inputs[0]: found [2026-01-01], expected a cell for each of the columns [month, users].");
  }
}
