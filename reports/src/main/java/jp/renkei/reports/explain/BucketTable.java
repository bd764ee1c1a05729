package jp.renkei.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.warehouse.kpi.Histogram;

/** The histogram that a quantile is read from, so that anybody can find the bucket by hand. */
final class BucketTable {
  private BucketTable() {}

  static EvidenceTable of(ExplainWords words, Histogram histogram) {
    var rows = new ArrayList<List<String>>();
    long all = histogram.total().orElse(0);
    long reached = 0;
    String last = "0";
    for (var bucket : histogram.counts().entrySet()) {
      reached += bucket.getValue();
      last = KpiFormat.count(bucket.getKey());
      rows.add(row(words.of(last + " 以下", "up to " + last), bucket.getValue(), reached, all));
    }
    if (all > 0) {
      rows.add(row(words.of(last + " 超", "over " + last), histogram.beyond(), all, all));
    }
    return new EvidenceTable(
        "buckets",
        words.of("度数分布（ミリ秒）", "Histogram (ms)"),
        List.of(
            words.of("階級", "Bucket"),
            words.of("件数", "Calls"),
            words.of("累計", "Calls up to its edge"),
            words.of("累計の割合", "Share up to its edge")),
        List.of(1, 2, 3),
        rows);
  }

  private static List<String> row(String bucket, long calls, long reached, long all) {
    var share = all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) reached / all);
    return List.of(
        bucket, KpiFormat.count(calls), KpiFormat.count(reached), KpiFormat.text(share, "ratio"));
  }
}
