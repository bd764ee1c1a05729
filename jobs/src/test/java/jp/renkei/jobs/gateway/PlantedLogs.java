package jp.renkei.jobs.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.LineLayout.Shape;
import jp.renkei.jobs.privacy.PersonalText;
import jp.renkei.jobs.privacy.PersonalText.Kind;
import jp.renkei.jobs.privacy.TextSpelling;

/**
 * Logs of every product with what tells of people in every text of every sample line: in its place,
 * behind it, in paths and queries, in fields that nobody expected, in broken lines. Every text is
 * another one.
 */
final class PlantedLogs {
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final Kind[] KINDS = Kind.values();

  private final List<PersonalText> planted = new ArrayList<>();
  private final Map<String, Integer> byPlace = new LinkedHashMap<>();

  /** The ways in which a text gets into a line. */
  private enum Manner {
    INSTEAD,
    BEHIND,
    AS_SEGMENT,
    IN_QUERY,
    UNEXPECTED_FIELD,
    UNEXPECTED_HEADERS,
    CUT_OFF,
    WRONG_BYTES,
    LINE_BEFORE
  }

  /**
   * Writes feeds of all products below a landing's {@code gateway/<issuer>}.
   *
   * @param front api or web; on the api every text and path gets every kind, in the other ways and
   *     on the web one
   */
  void write(Path issuer, String front) throws IOException {
    for (String product : GatewayFormat.builtIn().keySet()) {
      var feeds = new LinkedHashMap<List<String>, ByteArrayOutputStream>();
      for (var sample : FormatSample.of(product)) {
        var log = feeds.computeIfAbsent(sample.feedLines(), unused -> new ByteArrayOutputStream());
        lines(product, sample, front, log);
      }
      int number = 0;
      for (var feed : feeds.entrySet()) {
        Path folder = issuer.resolve("planted-%s-%s-%d".formatted(front, product, number++));
        Files.createDirectories(folder);
        Files.writeString(
            folder.resolve("feed.yaml"),
            "product: %s\nfront: %s\n%s\n%s\n"
                .formatted(product, front, String.join("\n", feed.getKey()), routes(front)));
        Files.write(folder.resolve("a.log"), feed.getValue().toByteArray());
      }
    }
  }

  private static String routes(String front) {
    return front.equals("api")
        ? "routes: [{template: \"/v1/statements/{id}\", api_type: STATEMENT_DETAIL}]"
        : "routes: [{template: \"/login\", kind: login}, {template: \"/v1/{x}/{y}\", kind: statement}]";
  }

  private void lines(String product, FormatSample sample, String front, ByteArrayOutputStream log)
      throws IOException {
    boolean isJson =
        GatewayFormat.parse(product + ".yaml", GatewayFormat.builtIn().get(product))
                .layout()
                .shape()
            == Shape.JSON;
    var places = sample.texts(product);
    if (places.isEmpty()) {
      places = List.of(new int[] {0, sample.raw().length()});
    }
    int turn = 0;
    for (int[] place : places) {
      for (var manner : Manner.values()) {
        boolean isEveryKind =
            front.equals("api") && (manner == Manner.INSTEAD || manner == Manner.AS_SEGMENT);
        for (int index = 0; index < (isEveryKind ? KINDS.length : 1); index++, turn++) {
          var kind = KINDS[(turn + index) % KINDS.length];
          byte[] line = line(sample.raw(), place, manner, kind, isJson, turn);
          if (line.length > 0) {
            log.write(line);
            log.write('\n');
            byPlace.merge(
                product + " " + sample.title() + " " + place[0] + manner, 1, Integer::sum);
          }
        }
      }
    }
  }

  private byte[] line(String raw, int[] place, Manner manner, Kind kind, boolean isJson, int turn) {
    String before = raw.substring(0, place[0]);
    String old = raw.substring(place[0], place[1]);
    String behind = raw.substring(place[1]);
    boolean isPath = old.startsWith("/") || old.contains("://");
    int brace = raw.indexOf('{');
    return switch (manner) {
      case INSTEAD -> utf8(before + next(kind, isJson, turn) + behind);
      case BEHIND -> utf8(before + old + next(kind, isJson, turn) + behind);
      case AS_SEGMENT ->
          isPath
              ? utf8(
                  before
                      + old.split("[?]", 2)[0]
                      + "/"
                      + next(kind, isJson, turn)
                      + ";s="
                      + next(Kind.PASSWORD, isJson, turn)
                      + behind)
              : new byte[0];
      case IN_QUERY ->
          isPath
              ? utf8(
                  before
                      + old
                      + "?q="
                      + next(kind, isJson, turn)
                      + "#"
                      + next(Kind.JWT, isJson, turn)
                      + behind)
              : new byte[0];
      case UNEXPECTED_FIELD ->
          isJson && brace >= 0
              ? utf8(
                  raw.substring(0, brace + 1)
                      + "\"x\":{\"%s\":[1,\"%s\",{\"y\":\"%s\"}]},"
                          .formatted(
                              next(Kind.NAME_IN_LATIN, true, turn),
                              next(kind, true, turn),
                              next(Kind.MAIL_ADDRESS, true, turn))
                      + raw.substring(brace + 1))
              : new byte[0];
      case UNEXPECTED_HEADERS ->
          isJson && brace >= 0
              ? utf8(
                  raw.substring(0, brace + 1)
                      + ("\"headers\":{\"referer\":\"https://example.jp/%s?m=%s\",\"authorization\":\"%s\","
                              + "\"x-forwarded-for\":\"%s, 10.0.0.1\",\"cookie\":[\"s=%s\"]},")
                          .formatted(
                              next(kind, true, turn),
                              next(Kind.MAIL_ADDRESS, true, turn),
                              next(Kind.BEARER_TOKEN, true, turn),
                              next(Kind.TELEPHONE, true, turn),
                              next(Kind.PASSWORD, true, turn))
                      + raw.substring(brace + 1))
              : utf8(raw + " \"" + next(kind, false, turn) + "\"");
      case CUT_OFF -> {
        String line = before + next(kind, isJson, turn);
        yield utf8(line + behind.substring(0, turn % (behind.length() + 1) / 2));
      }
      case WRONG_BYTES -> wrong(before, next(kind, false, 0), behind, turn);
      case LINE_BEFORE ->
          utf8(next(kind, false, turn) + " " + next(Kind.NAME_IN_KANJI, false, turn) + raw);
    };
  }

  /** A text in bytes of another encoding, or with a byte that no encoding has, or a NUL. */
  private static byte[] wrong(String before, String text, String behind, int turn) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8(before));
    if (turn % 3 == 0 && CP932.newEncoder().canEncode(text)) {
      bytes.writeBytes(text.getBytes(CP932));
      bytes.writeBytes("。".getBytes(CP932));
    } else {
      bytes.writeBytes(utf8(text));
      bytes.write(turn % 3 == 1 ? 0 : 0xff);
    }
    bytes.writeBytes(utf8(behind));
    return bytes.toByteArray();
  }

  /** The next text, as one of the ways to write it in a log. */
  private String next(Kind kind, boolean isJson, int turn) {
    var personal = PersonalText.of(kind, planted.size());
    planted.add(personal);
    return switch (turn / KINDS.length % 4) {
      case 1 -> TextSpelling.percentEncoded(personal.text());
      case 2 -> isJson ? TextSpelling.jsonEscaped(personal.text()) : personal.text();
      case 3 -> isJson ? personal.text() : TextSpelling.backslashEscaped(personal.text());
      default -> personal.text();
    };
  }

  private static byte[] utf8(String line) {
    // A line of the log each.
    return line.replace("\n", "").getBytes(StandardCharsets.UTF_8);
  }

  List<PersonalText> planted() {
    return planted;
  }

  /** Different places: sample, text of it, manner. */
  int places() {
    return byPlace.size();
  }
}
