package jp.renkei.jobs.gateway.privacy;

import java.util.HashSet;
import java.util.Set;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.Route;

/**
 * What is stored of a path: the template of the route that it belongs to. Of an undeclared one the
 * segments that the feed's templates hold too, versions such as {@code v2}, and the words of {@link
 * StoredWords}; every other segment becomes {@link StoredWords#MASK}, a plain word too, since
 * {@code tanaka} is one.
 */
public final class StoredPaths {
  private static final int MOST_SEGMENTS = 16;
  private static final int LONGEST_VERSION = 5;

  private final Set<String> words;

  public StoredPaths(Feed feed, StoredWords stored) {
    words = new HashSet<>(stored.paths());
    // Gateways put a stage before the path: /prod/v1/points.
    words.addAll(stored.environments());
    feed.routes().forEach(route -> route.words().forEach(words::add));
  }

  /**
   * What is stored.
   *
   * @param route the path's
   * @param path without query string; null where none was logged
   */
  public String of(Route route, String path) {
    return path == null ? null : route.isDeclared() ? route.template() : masked(path);
  }

  private String masked(String path) {
    if (path.isEmpty() || path.equals("*")) {
      return path;
    }
    if (path.charAt(0) != '/') {
      return StoredWords.MASK;
    }
    var masked = new StringBuilder();
    int start = 1;
    for (int count = 0; start <= path.length(); count++) {
      if (count == MOST_SEGMENTS) {
        return masked.append("/…").toString();
      }
      int end = path.indexOf('/', start);
      end = end < 0 ? path.length() : end;
      masked.append('/').append(segment(path.substring(start, end)));
      start = end + 1;
    }
    return masked.toString();
  }

  private String segment(String segment) {
    return segment.isEmpty() || words.contains(segment) || isVersion(segment)
        ? segment
        : StoredWords.MASK;
  }

  /** v1, v10, v2.1: one or two digits, twice at most. */
  private static boolean isVersion(String segment) {
    int length = segment.length();
    if (length < 2 || length > LONGEST_VERSION + 1 || segment.charAt(0) != 'v') {
      return false;
    }
    int dot = segment.indexOf('.');
    return dot < 0
        ? isSmallNumber(segment, 1, length)
        : isSmallNumber(segment, 1, dot) && isSmallNumber(segment, dot + 1, length);
  }

  private static boolean isSmallNumber(String text, int start, int end) {
    if (end - start < 1 || end - start > 2) {
      return false;
    }
    for (int place = start; place < end; place++) {
      if (text.charAt(place) < '0' || text.charAt(place) > '9') {
        return false;
      }
    }
    return true;
  }
}
