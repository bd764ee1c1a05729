package jp.renkei.webapi.serving;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that has the browser save a file, under a name in any script (RFC 6266). */
public final class Attachment {
  private Attachment() {}

  /** For a name; characters that no file system takes are left out. */
  public static String named(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
    String plain = clean.replaceAll("[^\\x20-\\x7e]", "_").replace("%", "_");
    String encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }

  /** A name as one step of an address. */
  public static String inPath(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
