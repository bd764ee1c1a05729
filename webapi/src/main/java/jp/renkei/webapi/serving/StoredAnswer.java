package jp.renkei.webapi.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import jp.renkei.webapi.frame.Answer;

/**
 * An answer ready to be sent again and again: its bytes, the same compressed where that helps, and
 * the SHA-256 that its entity tags are made of.
 */
public record StoredAnswer(Answer answer, Optional<byte[]> compressed, String digest) {
  private static final int WORTH_COMPRESSING = 1_000;

  public static StoredAnswer of(Answer answer) {
    byte[] body = answer.body();
    boolean isText =
        answer.contentType().startsWith("text/")
            || answer.contentType().startsWith("application/json")
            || answer.contentType().startsWith("image/svg");
    return new StoredAnswer(
        answer,
        isText && body.length > WORTH_COMPRESSING ? Optional.of(gzip(body)) : Optional.empty(),
        digest(body));
  }

  /** The strong entity tag; the compressed bytes are other bytes and have their own. */
  public String entityTag(boolean isCompressed) {
    return '"' + digest + (isCompressed ? "-gzip\"" : "\"");
  }

  /** Whether a reader's {@code If-None-Match} names this answer. */
  public boolean isNamedBy(String ifNoneMatch) {
    return ifNoneMatch.contains(digest);
  }

  /** Bytes that keeping this answer costs. */
  public long size() {
    return answer.body().length + compressed.map(bytes -> (long) bytes.length).orElse(0L);
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
