package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.gateway.FeedFile;
import jp.renkei.jobs.gateway.FeedPlace;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;

/** Makes {@code silver.gateway_feed} of the feed.yaml files that landing holds. */
public final class GatewayFeeds {
  public static final TableName TABLE = TableName.of("silver.gateway_feed");

  private GatewayFeeds() {}

  /** What the step depends on. */
  public static String landed(RunContext context) {
    return context.landed(SubmissionKind.FEED::equals);
  }

  /** Writes the table; a feed.yaml that cannot be used is told elsewhere. */
  public static void write(StepRun run) {
    var rows = new ArrayList<List<Object>>();
    for (var file : run.context().landed()) {
      var place = FeedPlace.of(file.path());
      if (file.kind() == SubmissionKind.FEED && place.isPresent()) {
        FeedFile.of(file).ifPresent(given -> rows.add(row(place.get(), given)));
      }
    }
    run.write(TABLE, rows);
  }

  private static List<Object> row(FeedPlace place, FeedFile given) {
    var feed = given.feed();
    return Arrays.asList(
        place.issuerId(),
        place.feedId(),
        feed.product(),
        feed.front().code(),
        feed.handedIn().first().orElse(null),
        feed.handedIn().last().orElse(null));
  }
}
