package jp.renkei.jobs.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.renkei.jobs.JsonLimits;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * One JSON value as RFC 8259 has it: UTF-8, no name twice in an object, nothing behind it, within
 * {@link JsonLimits}.
 */
final class StrictJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(JsonLimits.CONSTRAINTS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // 2.0 is no whole number, and is told as it was written.
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  private static final BilingualText JSON =
      new BilingualText("one JSON object (RFC 8259, UTF-8)", "一つのJSONオブジェクト（RFC 8259、UTF-8）");
  private static final BilingualText WRITE_AGAIN =
      new BilingualText(
          "Write the file again with the program that made it, and place it anew.",
          "作成したプログラムで書き出し直し、置き直してください。");

  /** The value, or why there is none. */
  record Result(Optional<JsonNode> value, Optional<Problem> problem) {}

  private StrictJson() {}

  /** The text of bytes in UTF-8, a byte order mark left out; empty where they are no UTF-8. */
  static Optional<String> text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static Problem notUtf8(String file) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        new BilingualText("bytes that are no UTF-8", "UTF-8でないバイト列"),
        JSON,
        new BilingualText("Save the file in UTF-8.", "UTF-8で保存してください。"));
  }

  static Result read(String file, String text) {
    try {
      var value = MAPPER.readTree(text);
      if (value == null || value.isMissingNode()) {
        return refused(
            Problem.error(
                file,
                Place.WHOLE_FILE,
                Reason.EMPTY_FILE,
                new BilingualText("nothing", "内容のないファイル"),
                JSON,
                WRITE_AGAIN));
      }
      return new Result(Optional.of(value), Optional.empty());
    } catch (JsonProcessingException e) {
      return refused(problem(file, e));
    } catch (NumberFormatException e) {
      // Jackson lets this one through where an exponent has more digits than a BigDecimal takes.
      return refused(
          Problem.error(
              file,
              Place.WHOLE_FILE,
              Reason.UNREADABLE,
              new BilingualText("a number beyond all measure", "桁の多すぎる数値"),
              JSON,
              WRITE_AGAIN));
    }
  }

  private static Result refused(Problem problem) {
    return new Result(Optional.empty(), Optional.of(problem));
  }

  private static Problem problem(String file, JsonProcessingException e) {
    var location = e.getLocation();
    long line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 0 : Math.max(0, location.getColumnNr());
    var found = found(e, column);
    return Problem.error(
        file,
        Place.line(line),
        isDuplicate(e) ? Reason.DUPLICATE_KEY : Reason.UNREADABLE,
        found,
        JSON,
        WRITE_AGAIN);
  }

  private static BilingualText found(JsonProcessingException e, int column) {
    if (isDuplicate(e)) {
      return new BilingualText(
          "a name that stands twice, before column " + column, column + "文字目までに、二度現れる項目名");
    }
    if (e instanceof JsonEOFException) {
      return new BilingualText("an end in the middle of a value", "値の途中で終わるファイル");
    }
    if (e instanceof StreamConstraintsException) {
      return new BilingualText("nesting or a value beyond all measure", "深すぎる入れ子、又は長すぎる値");
    }
    return new BilingualText(
        "what is no JSON, before column " + column, column + "文字目までに、JSONでない文字");
  }

  private static boolean isDuplicate(JsonProcessingException e) {
    return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate ");
  }
}
