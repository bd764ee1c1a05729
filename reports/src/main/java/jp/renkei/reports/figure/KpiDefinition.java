package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one version of a KPI means, as gold.kpi_definition says.
 *
 * @param titleJa with the version, where it is not the first
 * @param titleEn likewise
 * @param unit such as {@code ratio}, whose values are 0..1
 * @param better up, down or none
 * @param stage OUTPUT, OUTCOME_INITIAL, … REFERENCE
 */
public record KpiDefinition(
    String kpiId,
    long version,
    Optional<LocalDate> validFrom,
    String titleJa,
    String titleEn,
    String definitionJa,
    String definitionEn,
    String formula,
    String unit,
    String better,
    String stage,
    String source) {

  public String title(boolean isJapanese) {
    return isJapanese ? titleJa : titleEn;
  }

  public String definition(boolean isJapanese) {
    return isJapanese ? definitionJa : definitionEn;
  }
}
