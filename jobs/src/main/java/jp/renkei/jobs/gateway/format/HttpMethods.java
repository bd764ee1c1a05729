package jp.renkei.jobs.gateway.format;

import java.util.Set;

/** The methods of HTTP that are registered and used; any other word in their place is a text. */
public final class HttpMethods {
  private static final Set<String> KNOWN =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "CONNECT",
          "TRACE",
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK",
          "REPORT",
          "SEARCH",
          "QUERY");

  private HttpMethods() {}

  public static boolean hold(String word) {
    return KNOWN.contains(word);
  }
}
