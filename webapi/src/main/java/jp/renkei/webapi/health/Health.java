package jp.renkei.webapi.health;

import io.javalin.http.Context;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.serving.PageCache;
import jp.renkei.webapi.serving.ReleaseShelf;

/** The three addresses that operators watch. */
public final class Health {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final ReleaseShelf shelf;
  private final PageCache cache;
  private final SortedMap<Integer, AtomicLong> answersByStatus = new ConcurrentSkipListMap<>();

  public Health(ReleaseShelf shelf, PageCache cache) {
    this.shelf = shelf;
    this.cache = cache;
  }

  /** Counts an answer by its status. */
  public void count(Context context) {
    answersByStatus
        .computeIfAbsent(context.status().getCode(), status -> new AtomicLong())
        .incrementAndGet();
  }

  /** 200 as long as the process answers. */
  public void alive(Context context) {
    plain(context, "ok\n");
  }

  /** 200 once there is a release that can be opened, else 503. */
  public void ready(Context context) {
    var release = shelf.newest();
    if (release.isEmpty()) {
      context.status(503);
      plain(context, "no release to show\n");
      return;
    }
    shelf.shown(release.orElseThrow());
    plain(context, "ok, release " + release.orElseThrow().id() + "\n");
  }

  /** Counters in Prometheus' text format. */
  public void metrics(Context context) {
    var text = new StringBuilder();
    text.append("# HELP renkei_http_answers_total Answers by HTTP status.\n");
    text.append("# TYPE renkei_http_answers_total counter\n");
    answersByStatus.forEach(
        (status, count) ->
            text.append(
                "renkei_http_answers_total{status=\"%d\"} %d\n".formatted(status, count.get())));
    metric(text, "renkei_page_cache_hits_total", "counter", "Pages found rendered.", cache.hits());
    metric(text, "renkei_page_cache_misses_total", "counter", "Pages rendered.", cache.misses());
    metric(text, "renkei_page_cache_bytes", "gauge", "Bytes of kept pages.", cache.heldBytes());
    metric(
        text,
        "renkei_release",
        "gauge",
        "Number of the release shown by default, 0 without one.",
        shelf.newest().map(Release::id).orElse(0));
    context.header("Cache-Control", "no-store");
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
  }

  private static void metric(
      StringBuilder text, String name, String type, String meaning, long value) {
    text.append(
        "# HELP %s %s\n# TYPE %s %s\n%s %d\n".formatted(name, meaning, name, type, name, value));
  }

  private static void plain(Context context, String text) {
    context.header("Cache-Control", "no-store");
    context.contentType(TEXT).result(text);
  }
}
