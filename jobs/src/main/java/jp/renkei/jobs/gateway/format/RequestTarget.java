package jp.renkei.jobs.gateway.format;

/** Method and path of a request, out of what a log holds of it. */
final class RequestTarget {
  private static final int LONGEST_METHOD = 20;

  private RequestTarget() {}

  /**
   * Reads a request line such as {@code GET /login?a=b HTTP/1.1} (also one without protocol, as
   * HTTP 0.9 has it, or with blanks in the query). Bytes that are no request, which servers log
   * with status 400, leave method and path null.
   */
  static void read(String request, AccessLine access) {
    int blank = request.indexOf(' ');
    if (blank < 1 || blank > LONGEST_METHOD || !isMethod(request, blank)) {
      return;
    }
    int end = request.lastIndexOf(' ');
    if (end == blank || !request.startsWith("HTTP/", end + 1)) {
      end = request.length();
    }
    String path = path(request.substring(blank + 1, end));
    if (!path.isEmpty()) {
      access.method = request.substring(0, blank);
      access.path = path;
    }
  }

  /** The path of a target without its query string; empty where it has none. */
  static String path(String target) {
    int start = 0;
    if (!target.startsWith("/")) {
      int scheme = target.indexOf("://");
      if (scheme > 0) {
        start = target.indexOf('/', scheme + 3);
        if (start < 0) {
          return "/";
        }
      } else if (!target.equals("*")) {
        return "";
      }
    }
    int end = target.length();
    for (int place = start; place < target.length(); place++) {
      char c = target.charAt(place);
      if (c == '?' || c == '#') {
        end = place;
        break;
      }
    }
    return start == 0 && end == target.length() ? target : target.substring(start, end);
  }

  private static boolean isMethod(String request, int end) {
    boolean hasLetter = false;
    for (int place = 0; place < end; place++) {
      char c = request.charAt(place);
      hasLetter |= c >= 'A' && c <= 'Z';
      if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
        return false;
      }
    }
    // Load balancers write "- http://host:80- -" for what was no request.
    return hasLetter;
  }
}
