package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folder foreign_registers/: the register of a country that does not exist, month by month,
 * with months missing, a re-keying, an entity of two brands and brands without an entity.
 */
final class ForeignRegisterFiles {
  private static final String FOLDER = "foreign_registers/xa_elmland/";

  private static final String DESCRIPTION =
      """
      # 架空データ。実在しない国の、実在しない登録簿
      country: {code: XA, ja: エルムランド（架空の国）, en: Elmland (fictitious)}
      name: {ja: エルムランド・データ保有者登録簿（架空データ）, en: Elmland Register of Data Holders (fictitious)}
      basis:
        ja: 法令によりデータを提供する義務を負う金融機関のブランド。カード会社に限らない（架空データ）
        en: Brands of financial institutions that a law binds to share data; not only of card issuers (fictitious)
      source: {ja: エルムランド金融データ庁（架空）, en: Elmland Financial Data Office (fictitious)}
      licence: 架空データ (fictitious)
      is_fictitious: true
      snapshot_date: {file_name: brands-YYYY-MM-DD.json}
      layouts:
        - id_scheme: brandNumber
          brands: register.brands.*
          brand_id: [number]
          brand_name: name
          entity_id: holder.id
          entity_name: holder.name
        - id_scheme: brandKey
          brands: data.*
          brand_id: [key]
          earlier_brand_id: [formerKey]
          brand_name: brandName
          entity_id: businessNumber
      """;

  /** Snapshots before the re-keying and after it; 2025-06, 2025-11 and 2025-12 are missing. */
  private static final List<String> BEFORE =
      List.of(
          "2025-01-31",
          "2025-02-28",
          "2025-03-31",
          "2025-04-30",
          "2025-05-30",
          "2025-07-31",
          "2025-08-29");

  private static final List<String> AFTER =
      List.of("2025-09-30", "2025-10-31", "2026-01-30", "2026-02-27", "2026-03-31");

  private static final String RE_KEYED_ON = "2025-09-30";
  private static final long GAP_MONTHS = 3;

  /**
   * A brand of the story.
   *
   * @param number before the re-keying
   * @param entity empty where the register gives none
   * @param from first day it is in the register
   * @param to first day it is not
   */
  private record TrueBrand(int number, String name, String entity, String from, String to) {}

  private static final String EVER = "9999-12-31";

  private static final List<TrueBrand> BRANDS =
      List.of(
          new TrueBrand(1001, "架空オーク銀行 Oak Bank", "11 000 000 001", "2025-01-01", EVER),
          new TrueBrand(1002, "架空どんぐり銀行 Acorn by Oak", "11 000 000 001", "2025-01-01", EVER),
          new TrueBrand(1003, "架空ヒース信用組合 Heath Credit Union", "11 000 000 002", "2025-01-01", EVER),
          new TrueBrand(1004, "架空リバー銀行 River Bank", "11 000 000 003", "2025-01-01", "2026-02-01"),
          new TrueBrand(1005, "架空フェン銀行 Fen Bank", "11 000 000 004", "2025-03-01", EVER),
          new TrueBrand(1006, "架空リーフ銀行 Leaf Bank", "", "2025-04-01", EVER),
          new TrueBrand(1007, "架空モス銀行 Moss Bank", "11 000 000 005", "2025-04-01", EVER),
          new TrueBrand(1008, "架空ソーン銀行 Thorn Bank", "11 000 000 006", "2025-05-01", "2025-09-01"),
          new TrueBrand(1009, "架空ブルック銀行 Brook Bank", "11 000 000 007", "2025-07-01", EVER),
          new TrueBrand(1010, "架空ブルック銀行 Brook Bank", "11 000 000 008", "2025-07-01", EVER),
          new TrueBrand(1011, "架空クレイ銀行 Clay Bank", "11 000 000 009", "2025-10-01", EVER),
          new TrueBrand(1012, "架空ダウン銀行 Down Bank", "11 000 000 010", "2026-01-01", EVER),
          new TrueBrand(1013, "架空ヒル銀行 Hill Bank", "", "2026-01-01", EVER));

  private ForeignRegisterFiles() {}

  static void write(LandingFolder landing, SampleStory story) {
    landing.text(FOLDER + "register.yaml", DESCRIPTION);
    BEFORE.forEach(day -> landing.text(path(day), before(day)));
    AFTER.forEach(day -> landing.text(path(day), after(day)));
    story.add(PlantedKind.FOREIGN_REKEYING, path(RE_KEYED_ON), of(RE_KEYED_ON).size(), "");
    story.add(PlantedKind.FOREIGN_GAP_MONTHS, FOLDER, GAP_MONTHS, "2025-06 2025-11 2025-12");
  }

  private static String path(String day) {
    return FOLDER + "brands-" + day + ".json";
  }

  private static List<TrueBrand> of(String day) {
    return BRANDS.stream()
        .filter(brand -> brand.from().compareTo(day) <= 0 && day.compareTo(brand.to()) < 0)
        .toList();
  }

  private static String before(String day) {
    return of(day).stream()
        .map(
            brand ->
                """
                    {"number": %d, "name": "%s"%s}"""
                    .formatted(
                        brand.number(),
                        brand.name(),
                        brand.entity().isEmpty()
                            ? ""
                            : ", \"holder\": {\"id\": \"H%s\", \"name\": \"架空持株 %s\"}"
                                .formatted(
                                    brand.entity().substring(brand.entity().length() - 3),
                                    brand.entity().substring(brand.entity().length() - 3))))
        .collect(
            Collectors.joining(
                ",\n",
                "{\"note\": \"架空データ\", \"register\": {\"as_of\": \"" + day + "\", \"brands\": [\n",
                "\n]}}\n"));
  }

  private static String after(String day) {
    var rows = new ArrayList<String>();
    for (TrueBrand brand : of(day)) {
      // The register corrects one key later, and names the former one itself.
      boolean isCorrected = brand.number() == 1003 && day.compareTo("2026-02-01") > 0;
      var row = new StringBuilder("    {\"key\": \"").append(key(brand, isCorrected)).append('"');
      if (isCorrected) {
        row.append(", \"formerKey\": \"").append(key(brand, false)).append('"');
      }
      row.append(", \"brandName\": \"").append(brand.name()).append('"');
      if (!brand.entity().isEmpty()) {
        row.append(", \"businessNumber\": \"").append(brand.entity()).append('"');
      }
      rows.add(row.append('}').toString());
    }
    return "{\"note\": \"架空データ\", \"data\": [\n" + String.join(",\n", rows) + "\n]}\n";
  }

  private static String key(TrueBrand brand, boolean isCorrected) {
    return "ELM-%04x%s".formatted(brand.number() * 31 % 65_536, isCorrected ? "-b" : "");
  }
}
