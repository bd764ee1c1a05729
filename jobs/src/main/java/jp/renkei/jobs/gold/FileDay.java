package jp.renkei.jobs.gold;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** One log file on one day: a row of {@code silver.log_file_day}. */
record FileDay(
    String submissionId,
    Feed feed,
    LocalDate day,
    long accepted,
    long withoutRequestId,
    Instant first,
    Instant last,
    long stepBackSeconds) {

  /** A feed: its issuer and its folder's name. */
  record Feed(String issuerId, String feedId) implements Comparable<Feed> {
    @Override
    public int compareTo(Feed other) {
      int byIssuer = issuerId.compareTo(other.issuerId);
      return byIssuer != 0 ? byIssuer : feedId.compareTo(other.feedId);
    }
  }

  static FileDay of(Row row) {
    return new FileDay(
        row.getAs("submission_id"),
        new Feed(row.getAs("issuer_id"), row.getAs("feed_id")),
        row.getAs("access_date"),
        row.<Long>getAs("accepted"),
        row.<Long>getAs("without_request_id"),
        row.getAs("first_event_at"),
        row.getAs("last_event_at"),
        row.<Long>getAs("largest_step_back_seconds"));
  }
}
