package jp.renkei.webapi.serving;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.renkei.webapi.security.Refusal;

/** Files come in at one address only, and no larger than this. */
public final class RequestBody {
  /** The largest file that is taken. */
  public static final long LARGEST_FILE = 10L << 20;

  /** The fields of the form and what parts them. */
  private static final long BESIDE_THE_FILE = 256L << 10;

  private static final long MOST_DRAINED = 64L << 20;

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

  /** Reads on to the end, so that the browser, still sending, comes to read our answer. */
  public static void drain(Context context) {
    try {
      InputStream body = context.req().getInputStream();
      var piece = new byte[1 << 16];
      long drained = 0;
      for (int read = body.read(piece); read >= 0 && drained < MOST_DRAINED; ) {
        drained += read;
        read = body.read(piece);
      }
    } catch (IOException | IllegalStateException e) {
      // The sender is gone, or the body was read already.
    }
  }
}
