package jp.renkei.jobs.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.LineLayout.Shape;

/**
 * One line of a product's log with what it must give, from {@code gateway-samples/<product>.txt}:
 * {@code ##} a title, {@code @} a line for feed.yaml, {@code <} the raw line, {@code >} what each
 * of its records must give.
 */
record FormatSample(String title, List<String> feedLines, String raw, List<String> expected) {
  private static final Pattern WORD = Pattern.compile("[^ \"\\[\\]]+");

  static final Path FOLDER = Path.of("src/test/resources/gateway-samples");

  static Path file(String product) {
    return FOLDER.resolve(product + ".txt");
  }

  static List<FormatSample> of(String product) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(product));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var samples = new ArrayList<FormatSample>();
    FormatSample open = null;
    for (String line : lines) {
      if (line.startsWith("## ")) {
        open = new FormatSample(line.substring(3), new ArrayList<>(), "", new ArrayList<>());
      } else if (line.startsWith("@ ")) {
        open.feedLines.add(line.substring(2));
      } else if (line.startsWith("< ")) {
        open = new FormatSample(open.title, open.feedLines, line.substring(2), open.expected);
        samples.add(open);
      } else if (line.startsWith("> ")) {
        open.expected.add(line.substring(2));
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(product + ": cannot read '" + line + "'");
      }
    }
    return samples;
  }

  FormatTrial trial(String product) {
    return new FormatTrial(product, feedLines.toArray(String[]::new));
  }

  /** As the file has it. */
  String text(List<String> results) {
    var text = new StringBuilder("## " + title + "\n");
    feedLines.forEach(line -> text.append("@ ").append(line).append('\n'));
    text.append("< ").append(raw).append('\n');
    results.forEach(line -> text.append("> ").append(line).append('\n'));
    return text.toString();
  }

  /**
   * Where texts stand: strings of JSON up to where it breaks, names of fields left out; words of
   * text.
   */
  List<int[]> texts(String product) {
    var places = new ArrayList<int[]>();
    int start = 0;
    if (GatewayFormat.parse(product + ".yaml", GatewayFormat.builtIn().get(product))
            .layout()
            .shape()
        == Shape.JSON) {
      start = raw.startsWith("[") ? 0 : Math.max(0, raw.indexOf('{'));
      try (var json = new JsonFactory().createParser(raw.substring(start))) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.VALUE_STRING) {
            json.getText();
            int open = start + (int) json.currentTokenLocation().getCharOffset();
            int close = start + (int) json.currentLocation().getCharOffset();
            places.add(new int[] {open + 1, close - 1});
          }
        }
      } catch (IOException e) {
        // Of a bad sample what comes before the break is enough.
        return places;
      }
    } else {
      var words = WORD.matcher(raw);
      while (words.find()) {
        places.add(new int[] {words.start(), words.end()});
      }
    }
    return places;
  }
}
