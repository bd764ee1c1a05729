package jp.renkei.reports.register;

import static jp.renkei.warehouse.jooq.gold.tables.CompanyConsent.COMPANY_CONSENT;
import static jp.renkei.warehouse.jooq.gold.tables.IssuerToday.ISSUER_TODAY;
import static jp.renkei.warehouse.jooq.silver.tables.Agent.AGENT;
import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.warehouse.jooq.silver.tables.records.IssuerRecord;
import org.jooq.DSLContext;

/** Reads companies; of several periods of validity, the one that holds on the date counts. */
public final class Register {
  private Register() {}

  /** The card companies by id, also those whose validity has ended. */
  public static SortedMap<String, Issuer> issuers(DSLContext queries, LocalDate asOf) {
    var issuers = new TreeMap<String, Issuer>();
    queries
        .selectFrom(ISSUER)
        .where(ISSUER.VALID_FROM.isNull().or(ISSUER.VALID_FROM.le(asOf)))
        .orderBy(ISSUER.ISSUER_ID, ISSUER.VALID_FROM.asc().nullsFirst())
        .forEach(row -> issuers.put(row.getIssuerId(), issuer(row)));
    return issuers;
  }

  /** The ids of the card companies that are valid on a day. */
  public static Set<String> issuersValidOn(DSLContext queries, LocalDate day) {
    return queries
        .selectDistinct(ISSUER.ISSUER_ID)
        .from(ISSUER)
        .where(ISSUER.VALID_FROM.isNull().or(ISSUER.VALID_FROM.le(day)))
        .and(ISSUER.VALID_TO.isNull().or(ISSUER.VALID_TO.ge(day)))
        .fetchSet(ISSUER.ISSUER_ID);
  }

  /** The issuers that an issuer has taken over by today, as far as the file names them. */
  public static List<String> predecessors(DSLContext queries, String issuerId) {
    return queries
        .selectFrom(ISSUER_TODAY)
        .where(ISSUER_TODAY.ISSUER_TODAY_ID.eq(issuerId))
        .orderBy(ISSUER_TODAY.ISSUER_ID)
        .fetch(ISSUER_TODAY.ISSUER_ID);
  }

  /** The ids of the companies that consent to be named, of a file that holds the consents. */
  public static Set<String> named(DSLContext queries) {
    return queries
        .selectDistinct(COMPANY_CONSENT.COMPANY_ID)
        .from(COMPANY_CONSENT)
        .where(COMPANY_CONSENT.PUBLICATION_CONSENT.eq("NAMED"))
        .fetchSet(COMPANY_CONSENT.COMPANY_ID);
  }

  /** The names of the agents by id. */
  public static Map<String, String> agentNames(DSLContext queries, boolean isJapanese) {
    var names = new TreeMap<String, String>();
    queries
        .selectFrom(AGENT)
        .orderBy(AGENT.AGENT_ID, AGENT.VALID_FROM.asc().nullsFirst())
        .forEach(
            row ->
                names.put(
                    row.getAgentId(),
                    isJapanese || row.getNameEn() == null
                        ? Objects.requireNonNullElse(row.getNameJa(), row.getAgentId())
                        : row.getNameEn()));
    return names;
  }

  private static Issuer issuer(IssuerRecord row) {
    Long cards = row.getCardsIssued();
    return new Issuer(
        row.getIssuerId(),
        Objects.requireNonNullElse(row.getNameJa(), row.getIssuerId()),
        Optional.ofNullable(row.getNameEn()),
        Optional.ofNullable(row.getCorporateNumber()),
        Optional.ofNullable(row.getRegistrationNo()),
        Optional.ofNullable(row.getIsAssociationMember()),
        cards == null ? OptionalLong.empty() : OptionalLong.of(cards),
        Optional.ofNullable(row.getValidTo()));
  }
}
