package jp.renkei.webapi.comments;

import static jp.renkei.warehouse.jooq.silver.tables.Agent.AGENT;
import static jp.renkei.warehouse.jooq.silver.tables.Issuer.ISSUER;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** What companies are called, by their id. */
record CompanyNames(Map<String, String> names) {
  static CompanyNames read(DSLContext queries, boolean isJapanese) {
    var names = new HashMap<String, String>();
    queries
        .selectFrom(ISSUER)
        .forEach(
            row -> put(names, row.getIssuerId(), isJapanese ? row.getNameJa() : row.getNameEn()));
    queries
        .selectFrom(AGENT)
        .forEach(
            row -> put(names, row.getAgentId(), isJapanese ? row.getNameJa() : row.getNameEn()));
    return new CompanyNames(names);
  }

  private static void put(Map<String, String> names, String id, String name) {
    if (name != null) {
      names.put(id, name);
    }
  }

  /** The same, with names that another file has. */
  CompanyNames and(CompanyNames others) {
    var all = new HashMap<>(names);
    all.putAll(others.names);
    return new CompanyNames(all);
  }

  /** The name, or the id where there is none. */
  String of(String id) {
    return names.getOrDefault(id, id);
  }
}
