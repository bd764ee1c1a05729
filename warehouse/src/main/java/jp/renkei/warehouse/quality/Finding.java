package jp.renkei.warehouse.quality;

import java.util.List;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.jooq.impl.DSL;

/**
 * One row of a release's gold.data_quality.
 *
 * @param subject such as a file, a company or a day
 */
public record Finding(
    String findingId, String severity, String subject, String message, long rows) {
  private static final String ERROR = "ERROR";

  /** Whether it keeps a release from being published. */
  public boolean isError() {
    return severity.equals(ERROR);
  }

  /** All findings of a release that are errors, by rule and subject. */
  public static List<Finding> errorsOf(Release release) {
    try (var reader = release.open(Audience.SECRETARIAT)) {
      return reader.read(
          queries ->
              queries
                  .select()
                  .from(DSL.table("gold.data_quality"))
                  .where(DSL.field("severity", String.class).eq(ERROR))
                  .orderBy(DSL.field("finding_id"), DSL.field("subject"))
                  .fetch(
                      row ->
                          new Finding(
                              row.get("finding_id", String.class),
                              row.get("severity", String.class),
                              row.get("subject", String.class),
                              row.get("message_ja", String.class),
                              row.get("rows", Long.class))));
    }
  }
}
