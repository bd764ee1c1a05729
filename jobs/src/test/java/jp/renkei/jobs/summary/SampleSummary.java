package jp.renkei.jobs.summary;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a small summary holds. */
final class SampleSummary {
  static final String PATH = "summaries/I1/a.zip";
  static final String HASH = "0123456789abcdef".repeat(4);
  static final SummaryHeader HEADER =
      new SummaryHeader(
          1,
          "I1",
          YearMonth.of(2026, 1),
          OffsetDateTime.parse("2026-02-03T10:00:05+09:00"),
          "0123456789abcdef",
          "1",
          new SummaryHeader.MadeWith(HASH, HASH, HASH));

  private SampleSummary() {}

  static Map<SummaryTable, List<List<Object>>> tables() {
    var month = LocalDate.of(2026, 1, 1);
    var access = new ArrayList<Object>();
    access.addAll(
        Arrays.asList(
            LocalDate.of(2026, 1, 31),
            month,
            "I1",
            "api",
            null,
            "UNKNOWN",
            "api_unknown_client",
            "OTHER",
            "2xx",
            "NO",
            3L,
            1_234L));
    access.addAll(Collections.nCopies(18, 0L));
    access.add(2L);
    var tables = new EnumMap<SummaryTable, List<List<Object>>>(SummaryTable.class);
    tables.put(SummaryTable.ACCESS_DAILY, List.of(access));
    tables.put(SummaryTable.FETCH_MONTH, List.of(List.of(month, "I1", "A1", 5L, 2L)));
    tables.put(SummaryTable.ISSUER_MONTH_USERS, List.of(List.of(month, "I1", 2L)));
    tables.put(
        SummaryTable.LOG_DAY,
        List.of(List.of(LocalDate.of(2026, 1, 31), month, "I1", "api", true, 1L, 3L, 1L, 0L)));
    tables.put(
        SummaryTable.LOG_FILE,
        List.of(List.of(month, "I1", "api", "api", "renkei-jsonl", HASH, 4L, 3L, 0L, 1L)));
    return tables;
  }

  static SortedMap<String, byte[]> files(byte[] content) {
    return new TreeMap<>(StoredZip.read(content).orElseThrow());
  }
}
