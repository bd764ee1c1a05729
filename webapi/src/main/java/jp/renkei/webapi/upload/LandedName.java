package jp.renkei.webapi.upload;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a handed-in file is called in landing, so that its name tells whose it is: {@code
 * R2026-03.ISS001.issuer_survey.1a2b3c4d5e6f7081.xlsx}. Its receipt has the same stem.
 *
 * <p>A file that was handed in once more has another receipt, whose stem ends in {@code .2}.
 *
 * @param digest first 16 hexadecimal digits of the file's SHA-256
 * @param handIn 1 for the first time that the file was handed in
 */
public record LandedName(
    String roundId, String respondentId, String questionnaireId, String digest, int handIn) {
  private static final Pattern FORM =
      Pattern.compile(
          "([^./\\\\]+)\\.([^./\\\\]+)\\.([^./\\\\]+)\\.([0-9a-f]{16})(?:\\.([1-9][0-9]{0,3}))?");

  /** For a file by its whole SHA-256. */
  public static LandedName of(
      String roundId, String respondentId, String questionnaireId, String sha256) {
    return new LandedName(roundId, respondentId, questionnaireId, sha256.substring(0, 16), 1);
  }

  /** Reads a stem; empty for a file that was named by somebody else. */
  public static Optional<LandedName> parse(String stem) {
    var form = FORM.matcher(stem);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LandedName(
              decoded(form.group(1)),
              decoded(form.group(2)),
              decoded(form.group(3)),
              form.group(4),
              form.group(5) == null ? 1 : Integer.parseInt(form.group(5))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same file, handed in once more. */
  LandedName again() {
    return new LandedName(roundId, respondentId, questionnaireId, digest, handIn + 1);
  }

  /** Without ending; no id can lead out of the folder or pass for another. */
  public String stem() {
    String first =
        String.join(".", encoded(roundId), encoded(respondentId), encoded(questionnaireId), digest);
    return handIn == 1 ? first : first + "." + handIn;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace(".", "%2E").replace("*", "%2A");
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
