package jp.renkei.jobs.foreign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small registers as tests write them. */
final class Registers {
  /** The description of Australia's register, as a secretariat would write it. */
  static final String AUSTRALIA =
      """
      country: {code: AU, ja: オーストラリア, en: Australia}
      name: {ja: CDR登録簿（データ保有者のブランド）, en: CDR Register of data holder brands}
      basis:
        ja: 消費者データ権（CDR）の下でデータを提供する義務を負う銀行等のブランド。カード会社に限らない
        en: Brands of banks and others bound to share data under the Consumer Data Right; not only of card issuers
      source:
        ja: オーストラリア競争・消費者委員会 CDR Register（LukePrior/open-banking-tracker の収集による）
        en: ACCC CDR Register, as collected by LukePrior/open-banking-tracker
        url: https://api.cdr.gov.au/cdr-register/v1/banking/data-holders/brands/summary
      licence: MIT
      snapshot_date: {file_name: brands-YYYY-MM-DD.json}
      layouts:
        - {id_scheme: brandRef, brands: "*", brand_id: [brandRef], brand_name: brandName,
           entity_id: legalEntityId, entity_name: legalEntityName}
        - {id_scheme: dataHolderBrandId, brands: "*", brand_id: [dataHolderBrandId, interimId],
           earlier_brand_id: [interimId], brand_name: brandName, entity_id: abn}
      """;

  private Registers() {}

  static RegisterDescription australia() {
    return RegisterDescription.parse("au_cdr", "register.yaml", AUSTRALIA);
  }

  /** Brands as {@code id name entity}, {@code -} for no entity, a stated earlier id behind. */
  static Snapshot snapshot(String on, String scheme, String... brands) {
    return new Snapshot(
        "foreign_registers/r/" + on + ".json",
        LocalDate.parse(on),
        scheme,
        Arrays.stream(brands).map(Registers::brand).toList());
  }

  private static Brand brand(String text) {
    var cells = text.split(" ");
    return new Brand(
        cells[0],
        cells.length > 3 ? List.of(cells[3]) : List.of(),
        cells[1],
        Optional.of(cells[2]).filter(entity -> !entity.equals("-")),
        Optional.empty());
  }
}
