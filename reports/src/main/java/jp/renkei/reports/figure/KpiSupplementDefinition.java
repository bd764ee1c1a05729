package jp.renkei.reports.figure;

/** What a figure beside a KPI means, as gold.kpi_supplement_definition says. */
public record KpiSupplementDefinition(
    String kpiId,
    long version,
    String figure,
    String titleJa,
    String titleEn,
    String definitionJa,
    String definitionEn,
    String unit) {

  public String title(boolean isJapanese) {
    return isJapanese ? titleJa : titleEn;
  }

  public String definition(boolean isJapanese) {
    return isJapanese ? definitionJa : definitionEn;
  }
}
