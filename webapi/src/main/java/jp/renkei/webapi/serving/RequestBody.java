package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import java.util.Optional;
import jp.renkei.webapi.security.Refusal;

/** Files come in at one address only, and no larger than this. */
public final class RequestBody {
  /** The largest file that is taken. */
  public static final long LARGEST_FILE = 10L << 20;

  /** The fields of the form and what parts them. */
  private static final long BESIDE_THE_FILE = 256L << 10;

  private RequestBody() {}

  /** Runs before anything reads the body. */
  public static void limit(Context context, String addressOfFiles) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    if (!type.startsWith("multipart/")) {
      return;
    }
    long length = context.req().getContentLengthLong();
    // A browser says beforehand how much it sends.
    boolean isTaken = length >= 0 && length <= LARGEST_FILE + BESIDE_THE_FILE;
    if (!context.path().equals(addressOfFiles) || !isTaken) {
      throw new Refusal(Refusal.Kind.TOO_LARGE);
    }
  }
}
