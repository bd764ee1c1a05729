package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.gateway.FeedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;

/** Makes {@code silver.gateway_feed} of the feed.yaml files that landing holds. */
public final class GatewayFeeds {
  public static final TableName TABLE = TableName.of("silver.gateway_feed");

  /** Parts of {@code gateway/<issuer_id>/<feed_id>/feed.yaml}. */
  private static final int DEPTH = 4;

  private GatewayFeeds() {}

  /** What the step depends on. */
  public static String landed(RunContext context) {
    var text = new StringBuilder();
    context.landed().stream()
        .filter(file -> file.kind() == SubmissionKind.FEED)
        .forEach(file -> text.append(file.path()).append(' ').append(file.sha256()).append('\n'));
    return text.toString();
  }

  /** Writes the table; a feed.yaml that cannot be used is told elsewhere. */
  public static void write(StepRun run) {
    var rows = new ArrayList<List<Object>>();
    for (var file : run.context().landed()) {
      String[] place = file.path().split("/");
      if (file.kind() == SubmissionKind.FEED && place.length == DEPTH) {
        FeedFile.of(file).ifPresent(given -> rows.add(row(place, given)));
      }
    }
    run.write(TABLE, rows);
  }

  private static List<Object> row(String[] place, FeedFile given) {
    var feed = given.feed();
    return Arrays.asList(
        place[1],
        place[2],
        feed.product(),
        feed.front().code(),
        feed.handedIn().first().orElse(null),
        feed.handedIn().last().orElse(null));
  }
}
