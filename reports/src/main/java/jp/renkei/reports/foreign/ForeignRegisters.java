package jp.renkei.reports.foreign;

import static jp.renkei.warehouse.jooq.gold.Tables.FOREIGN_REGISTER_MONTH;
import static jp.renkei.warehouse.jooq.silver.Tables.FOREIGN_BRAND_LINK;
import static jp.renkei.warehouse.jooq.silver.Tables.FOREIGN_REGISTER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.renkei.reports.foreign.ForeignLink.Named;
import jp.renkei.reports.foreign.ForeignRegister.Words;
import jp.renkei.warehouse.jooq.gold.tables.records.ForeignRegisterMonthRecord;
import jp.renkei.warehouse.jooq.silver.tables.records.ForeignBrandLinkRecord;
import jp.renkei.warehouse.jooq.silver.tables.records.ForeignRegisterRecord;
import org.jooq.DSLContext;

/** Reads the registers of other countries, by country. */
public final class ForeignRegisters {
  private ForeignRegisters() {}

  /** None in a release that was made before there were any. */
  public static List<ForeignRegister> all(DSLContext queries) {
    if (!areIn(queries)) {
      return List.of();
    }
    return queries
        .selectFrom(FOREIGN_REGISTER)
        .orderBy(FOREIGN_REGISTER.COUNTRY_CODE, FOREIGN_REGISTER.REGISTER_ID)
        .fetch()
        .map(row -> register(row, months(queries, row.getRegisterId())));
  }

  public static Optional<ForeignRegister> find(DSLContext queries, String registerId) {
    return all(queries).stream().filter(one -> one.id().equals(registerId)).findFirst();
  }

  /** Brands whose id changed, or may have, newest first. */
  public static List<ForeignLink> linksAboutIds(DSLContext queries, String registerId) {
    return queries
        .selectFrom(FOREIGN_BRAND_LINK)
        .where(FOREIGN_BRAND_LINK.REGISTER_ID.eq(registerId))
        .orderBy(
            FOREIGN_BRAND_LINK.SNAPSHOT_ON.desc(),
            FOREIGN_BRAND_LINK.MATCH,
            FOREIGN_BRAND_LINK.EARLIER_BRAND_ID.asc().nullsLast(),
            FOREIGN_BRAND_LINK.BRAND_ID)
        .fetch(ForeignRegisters::link)
        .stream()
        .filter(ForeignLink::isAboutIds)
        .toList();
  }

  private static boolean areIn(DSLContext queries) {
    return !queries
        .fetch(
            "select 1 from information_schema.tables"
                + " where table_schema = 'gold' and table_name = 'foreign_register_month'")
        .isEmpty();
  }

  private static List<ForeignMonth> months(DSLContext queries, String registerId) {
    return queries
        .selectFrom(FOREIGN_REGISTER_MONTH)
        .where(FOREIGN_REGISTER_MONTH.REGISTER_ID.eq(registerId))
        .orderBy(FOREIGN_REGISTER_MONTH.MONTH)
        .fetch(ForeignRegisters::month);
  }

  private static ForeignRegister register(ForeignRegisterRecord row, List<ForeignMonth> months) {
    return new ForeignRegister(
        row.getRegisterId(),
        new Words(row.getCountryJa(), row.getCountryEn()),
        new Words(row.getNameJa(), row.getNameEn()),
        new Words(row.getBasisJa(), row.getBasisEn()),
        new Words(row.getSourceJa(), row.getSourceEn()),
        Optional.ofNullable(row.getSourceUrl()),
        row.getLicence(),
        Boolean.TRUE.equals(row.getIsFictitious()),
        months);
  }

  private static ForeignMonth month(ForeignRegisterMonthRecord row) {
    return new ForeignMonth(
        row.getMonth(),
        Optional.ofNullable(row.getSnapshotOn()),
        whole(row.getMonthsSinceEarlier()),
        whole(row.getBrands()),
        whole(row.getEntities()),
        whole(row.getEntitiesWithSeveralBrands()),
        whole(row.getBrandsWithoutEntity()),
        whole(row.getNewBrands()),
        whole(row.getGoneBrands()),
        whole(row.getContinuingBrands()),
        whole(row.getRekeyedBrands()),
        whole(row.getAmbiguousBrands()),
        Boolean.TRUE.equals(row.getIsRekeying()),
        Boolean.TRUE.equals(row.getIsDropFlagged()));
  }

  private static ForeignLink link(ForeignBrandLinkRecord row) {
    return new ForeignLink(
        row.getRegisterId(),
        row.getSnapshotOn(),
        named(row.getEarlierBrandId(), row.getEarlierBrandName()),
        named(row.getBrandId(), row.getBrandName()),
        row.getMatch(),
        Optional.ofNullable(row.getCandidates()),
        Boolean.TRUE.equals(row.getIsRekeying()));
  }

  private static Optional<Named> named(String id, String name) {
    return Stream.ofNullable(id).map(one -> new Named(one, name)).findFirst();
  }

  private static OptionalLong whole(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
