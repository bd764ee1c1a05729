package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import jp.renkei.warehouse.release.Release;
import jp.renkei.webapi.assets.Assets;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.Language;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.PageSource;
import jp.renkei.webapi.frame.Query;
import jp.renkei.webapi.frame.ShownRelease;

/** Answers requests for pages and files of a release. */
public final class PageServer {
  private final ReleaseShelf shelf;
  private final PageCache cache;
  private final Assets assets;

  public PageServer(ReleaseShelf shelf, PageCache cache, Assets assets) {
    this.shelf = shelf;
    this.cache = cache;
    this.assets = assets;
  }

  /** A handler for what depends on nothing but the release. */
  public Handler page(PageSource source) {
    return context -> {
      var query = Query.of(context.queryParamMap());
      var release = chosen(query);
      var key =
          new PageCache.Key(
              release.id(), release.life(), shelf.audience(), context.path() + query.text());
      var stored = cache.find(key);
      if (stored.isEmpty()) {
        stored = Optional.of(StoredAnswer.of(source.answer(request(context, query, release))));
        cache.keep(key, stored.orElseThrow());
      }
      send(context, stored.orElseThrow());
    };
  }

  /** A handler for a page that also tells of other releases, and is made anew each time. */
  public Handler freshPage(PageSource source) {
    return context -> {
      var query = Query.of(context.queryParamMap());
      send(context, StoredAnswer.of(source.answer(request(context, query, chosen(query)))));
    };
  }

  /** What surrounds a page of a release; without one, that of an error. */
  public Frame frame(Context context, Optional<ShownRelease> release) {
    var query = Query.of(context.queryParamMap());
    return new Frame(Language.of(query.field("lang")), context.path(), query, release, assets);
  }

  /** The release that an error page may still name. */
  public Optional<ShownRelease> releaseBehind(Context context) {
    try {
      return Optional.of(shelf.shown(chosen(Query.of(context.queryParamMap()))));
    } catch (NotShown e) {
      return Optional.empty();
    }
  }

  private PageRequest request(Context context, Query query, Release release) {
    var shown = shelf.shown(release);
    return new PageRequest(
        release,
        shelf.audience(),
        shelf.reader(release),
        frame(context, Optional.of(shown)),
        context.pathParamMap());
  }

  private Release chosen(Query query) {
    var pinned = query.value("release");
    if (pinned.isPresent()) {
      String number = pinned.get();
      return (number.matches("[1-9][0-9]{0,8}")
              ? shelf.find(Integer.parseInt(number))
              : Optional.<Release>empty())
          .orElseThrow(() -> new NotShown(NotShown.Kind.NO_RELEASE_OF_NUMBER, number));
    }
    return shelf.newest().orElseThrow(() -> new NotShown(NotShown.Kind.NO_RELEASE_YET, ""));
  }

  private static void send(Context context, StoredAnswer stored) {
    Answer answer = stored.answer();
    String accepted = Optional.ofNullable(context.header("Accept-Encoding")).orElse("");
    boolean isCompressed = stored.compressed().isPresent() && accepted.contains("gzip");
    context.header("Vary", "Accept-Encoding");
    // Kept by the browser but asked about each time: the newest release may be another one by then.
    context.header("Cache-Control", "no-cache");
    context.header("ETag", stored.entityTag(isCompressed));
    String known = Optional.ofNullable(context.header("If-None-Match")).orElse("");
    if (stored.isNamedBy(known)) {
      context.status(304);
      return;
    }
    answer
        .fileName()
        .ifPresent(
            name -> context.header("Content-Disposition", "attachment; filename=\"" + name + "\""));
    context.contentType(answer.contentType());
    if (isCompressed) {
      context.header("Content-Encoding", "gzip");
    }
    context.result(isCompressed ? stored.compressed().orElseThrow() : answer.body());
  }
}
