package jp.renkei.jobs.sample;

import java.time.YearMonth;

/** One log feed of one issuer; place counts the issuers with feeds from 0. */
record Feed(TrueIssuer issuer, int place, String product) {

  boolean isApi() {
    return product.equals("renkei-jsonl");
  }

  /** Below the landing folder. */
  String folder() {
    return "gateway/%s/%s".formatted(issuer.id(), isApi() ? "api" : "web");
  }

  String path(YearMonth month) {
    String packed = place % 2 == 1 ? ".gz" : "";
    return "%s/%s.%s%s".formatted(folder(), month, isApi() ? "jsonl" : "log", packed);
  }

  String yaml() {
    String head =
        """
        # 架空データ
        product: %s
        front: %s
        time_zone: Asia/Tokyo
        latency_unit: ms
        routes:
        """
            .formatted(product, isApi() ? "api" : "web");
    StringBuilder text = new StringBuilder(head);
    if (isApi()) {
      for (ApiTraffic.Route route : ApiTraffic.DECLARED_ROUTES) {
        text.append(
            "  - {template: \"%s\", api_type: %s}\n".formatted(route.template(), route.apiType()));
      }
    } else {
      text.append("  - {template: \"/login\", kind: login}\n");
      text.append("  - {template: \"/statement/{month}\", kind: statement}\n");
    }
    return text.toString();
  }
}
