package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import jp.renkei.webapi.security.Visitor;

/** Answers requests for pages and files of a release. */
public final class PageServer {
  private final ReleaseShelves shelves;
  private final PageCache cache;
  private final Assets assets;

  public PageServer(ReleaseShelves shelves, PageCache cache, Assets assets) {
    this.shelves = shelves;
    this.cache = cache;
    this.assets = assets;
  }

  /**
   * A handler for what depends on nothing but the release and the parameters named, language and
   * release number included; others are not seen.
   */
  public Handler page(PageSource source, String... parameters) {
    return context ->
        answer(context, source, declared(Query.of(context.queryParamMap()), parameters));
  }

  /**
   * A handler for what depends on the release that the shown one was compared with, too. That one's
   * embargo may end, or it may be withdrawn, while the shown one stays as it is.
   */
  public Handler comparingPage(ComparingSource source, String... parameters) {
    return context -> {
      var query = declared(Query.of(context.queryParamMap()), parameters);
      var shelf = shelf(context);
      var release = chosen(query, shelf);
      var before = shelf.comparedWith(release);
      answer(context, request -> source.answer(request, before), query, shelf, release, before);
    };
  }

  /** Answers from two releases: the shown one and, if the reader may have it, the one before. */
  @FunctionalInterface
  public interface ComparingSource {
    Answer answer(PageRequest request, Optional<Release> before);
  }

  /** A handler that sees every parameter, for a source that refuses those it does not know. */
  public Handler strictPage(PageSource source) {
    return context -> answer(context, source, inOneSpelling(Query.of(context.queryParamMap())));
  }

  /** A handler for a page that also tells of other releases, and is made anew each time. */
  public Handler freshPage(PageSource source, String... parameters) {
    return context -> {
      var query = declared(Query.of(context.queryParamMap()), parameters);
      var release = chosen(query, shelf(context));
      send(context, StoredAnswer.of(source.answer(request(context, query, release))));
    };
  }

  /** What surrounds the page of an error. */
  public Frame frame(Context context, Optional<ShownRelease> release) {
    var query = Query.of(context.queryParamMap());
    return new Frame(
        Language.of(query.field("lang")),
        context.path(),
        query,
        Visitor.of(context),
        release,
        assets);
  }

  /** The release that an error page may still name. */
  public Optional<ShownRelease> releaseBehind(Context context) {
    try {
      var shelf = shelf(context);
      return Optional.of(shelf.shown(chosen(Query.of(context.queryParamMap()), shelf)));
    } catch (NotShown e) {
      return Optional.empty();
    }
  }

  /** The page of the release that others show too; empty where there is none to show. */
  public Optional<PageRequest> requestBehind(Context context) {
    try {
      var query = declared(Query.of(context.queryParamMap()));
      return Optional.of(request(context, query, chosen(query, shelf(context))));
    } catch (NotShown e) {
      return Optional.empty();
    }
  }

  private void answer(Context context, PageSource source, Query query) {
    var shelf = shelf(context);
    answer(context, source, query, shelf, chosen(query, shelf), Optional.empty());
  }

  private void answer(
      Context context,
      PageSource source,
      Query query,
      ReleaseShelf shelf,
      Release release,
      Optional<Release> before) {
    var key =
        new PageCache.Key(
            release.id(),
            release.life(),
            before.map(Release::id),
            shelf.audience(),
            path(context) + query.text());
    var stored = cache.find(key).filter(kept -> isForEverybody(context, kept));
    if (stored.isEmpty()) {
      stored = Optional.of(StoredAnswer.of(source.answer(request(context, query, release))));
      if (isForEverybody(context, stored.orElseThrow())) {
        cache.keep(key, stored.orElseThrow());
      }
    }
    send(context, stored.orElseThrow());
  }

  /** A page names who is signed in, so that nobody else may get it; a file names nobody. */
  private static boolean isForEverybody(Context context, StoredAnswer stored) {
    return !Visitor.of(context).isSignedIn() || !stored.answer().contentType().equals(Answer.HTML);
  }

  private ReleaseShelf shelf(Context context) {
    return shelves.of(Visitor.of(context).audience());
  }

  /** One page has one key: what is not declared goes. */
  private static Query declared(Query query, String... parameters) {
    var names = new ArrayList<>(List.of(parameters));
    names.add("lang");
    names.add("release");
    return inOneSpelling(query.only(names.toArray(String[]::new)));
  }

  /** The default language is not named. */
  private static Query inOneSpelling(Query query) {
    var language = Language.of(query.field("lang"));
    return query.with("lang", language == Language.JA ? "" : language.code());
  }

  /** The path in one spelling, however the reader's program has encoded it. */
  private static String path(Context context) {
    String path = context.endpoint().path;
    for (var place : context.pathParamMap().entrySet()) {
      String value = URLEncoder.encode(place.getValue(), StandardCharsets.UTF_8);
      path = path.replace("{" + place.getKey() + "}", value.replace("+", "%20"));
    }
    return path;
  }

  private PageRequest request(Context context, Query query, Release release) {
    var shelf = shelf(context);
    var shown = Optional.of(shelf.shown(release));
    return new PageRequest(
        release,
        shelf.reader(release),
        new Frame(
            Language.of(query.field("lang")),
            path(context),
            query,
            Visitor.of(context),
            shown,
            assets),
        context.pathParamMap());
  }

  private static Release chosen(Query query, ReleaseShelf shelf) {
    var pinned = query.value("release");
    return pinned.isPresent()
        ? pinned(pinned.get(), shelf)
        : shelf.newest().orElseThrow(() -> nothingToShow(shelf));
  }

  private static NotShown nothingToShow(ReleaseShelf shelf) {
    return shelf.withdrawn().stream()
        .findFirst()
        .map(gone -> withdrawn(Integer.toString(gone.id()), shelf.reasonOfWithdrawal(gone.id())))
        .orElseGet(() -> new NotShown(NotShown.Kind.NO_RELEASE_YET, ""));
  }

  private static NotShown withdrawn(String number, Optional<String> reason) {
    return new NotShown(NotShown.Kind.RELEASE_WITHDRAWN, number, reason.orElse(""));
  }

  /**
   * A release by the number that a reader gives.
   *
   * @throws NotShown where the audience may not read it; saying why, where it could before
   */
  public static Release pinned(String number, ReleaseShelf shelf) {
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw new NotShown(NotShown.Kind.NO_RELEASE_OF_NUMBER, number);
    }
    int id = Integer.parseInt(number);
    return shelf
        .find(id)
        .orElseThrow(
            () ->
                shelf
                    .reasonOfWithdrawal(id)
                    .map(why -> withdrawn(number, Optional.of(why)))
                    .orElseGet(() -> new NotShown(NotShown.Kind.NO_RELEASE_OF_NUMBER, number)));
  }

  private static void send(Context context, StoredAnswer stored) {
    Answer answer = stored.answer();
    boolean isCompressed = stored.compressed().isPresent() && AcceptedEncoding.isGzip(context);
    context.header("Vary", "Accept-Encoding, Cookie");
    if (Visitor.of(context).isSignedIn()) {
      context.header("Cache-Control", "no-store");
      sendBody(context, answer, stored);
      return;
    }
    // Kept by the browser but asked about each time: the newest release may be another one by then.
    context.header("Cache-Control", "no-cache");
    context.header("ETag", stored.entityTag(isCompressed));
    String known = Optional.ofNullable(context.header("If-None-Match")).orElse("");
    if (stored.isNamedBy(known)) {
      context.status(304);
      return;
    }
    sendBody(context, answer, stored);
  }

  private static void sendBody(Context context, Answer answer, StoredAnswer stored) {
    boolean isCompressed = stored.compressed().isPresent() && AcceptedEncoding.isGzip(context);
    answer
        .disposition()
        .ifPresent(disposition -> context.header("Content-Disposition", disposition));
    context.contentType(answer.contentType());
    if (isCompressed) {
      context.header("Content-Encoding", "gzip");
    }
    context.result(isCompressed ? stored.compressed().orElseThrow() : answer.body());
  }
}
