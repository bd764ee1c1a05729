package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRecordsParserTest {
  private static final String FORMAT =
      """
      product: sample
      line: json
      records: ["", "/*", "/records/*"]
      fields:
        event_time: {from: t, time: epoch_seconds, required: true}
        path: {from: p, required: true}
      """;
  private final Lines lines = Lines.ofFormat("sample", FORMAT);

  private static String record(String path) {
    return "{\"t\":1767571200,\"p\":\"" + path + "\"}";
  }

  @Test
  void readsRecordsWhereverTheyStand() {
    String two = record("/a") + "," + record("/b");
    assertThat(lines.verdicts(record("/a"))).containsExactly("ACCEPTED");
    assertThat(lines.verdicts("[" + two + "]")).containsExactly("ACCEPTED", "ACCEPTED");
    assertThat(lines.verdicts("{\"records\":[" + two + "]}"))
        .containsExactly("ACCEPTED", "ACCEPTED");
    assertThat(lines.verdicts(" [ " + two + " ] ")).containsExactly("ACCEPTED", "ACCEPTED");
  }

  @Test
  void refusesEveryRecordByItself() {
    assertThat(
            lines.verdicts(
                "[" + record("/a") + ",{\"t\":\"x\",\"p\":[{\"q\":1}]}," + record("/b") + ",{}]"))
        .containsExactly("ACCEPTED", "WRONG_TYPE", "ACCEPTED", "MISSING_FIELD");
  }

  @Test
  void keepsWhatStoodBeforeTheBreak() {
    String two = "[" + record("/a") + "," + record("/b");
    assertThat(lines.verdicts(two)).containsExactly("ACCEPTED", "ACCEPTED", "TRUNCATED_LINE");
    assertThat(lines.verdicts(two + "]]")).containsExactly("ACCEPTED", "ACCEPTED", "NOT_JSON");
    assertThat(lines.verdicts(two + ",{\"t\":tru}]"))
        .containsExactly("ACCEPTED", "ACCEPTED", "NOT_JSON");
    assertThat(lines.verdicts(record("/a") + record("/b"))).containsExactly("ACCEPTED", "NOT_JSON");
  }

  @Test
  void tellsWhatHoldsNoRecord() {
    assertThat(lines.verdicts("[]")).containsExactly("MISSING_FIELD");
    assertThat(lines.verdicts("7")).containsExactly("WRONG_TYPE");
    assertThat(lines.verdicts("{\"records\":7}")).containsExactly("MISSING_FIELD");
    assertThat(lines.verdicts("\ufeff" + record("/a"))).containsExactly("NOT_JSON");
  }

  /** One bad byte costs its record, and no other. */
  @Test
  void refusesBytesThatAreNoUtf8WithTheirRecordOnly() {
    for (String bad : List.of("\u00ff", "\u00c0\u00af", "\u0000")) {
      String line =
          "[" + record("/a") + "," + record("/" + bad) + "," + record("/\u00e3\u0081\u0082") + "]";
      assertThat(lines.verdicts(line.getBytes(StandardCharsets.ISO_8859_1)))
          .containsExactly("ACCEPTED", "NOT_UTF8", "ACCEPTED");
    }
    byte[] between = ("[" + record("/a") + "\u00ff]").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(lines.verdicts(between)).containsExactly("ACCEPTED", "NOT_JSON");
  }

  @Test
  void saysWhereARefusedRecordStands() throws IOException {
    String first = record("/あ");
    String bad = "{\"t\":1767571200, \"q\":[{\"a\":{}}]}";
    byte[] line = ("xx" + "[" + first + " ,  " + bad + "]").getBytes(StandardCharsets.UTF_8);
    var feed = Feed.parse("feed.yaml", "product: sample\nfront: api\n");
    var parser = GatewayFormat.parse("sample.yaml", FORMAT).of(feed).parser(feed.zone());
    var found = new ArrayList<String>();
    parser.parse(
        line,
        2,
        line.length,
        new LineParser.Taker() {
          @Override
          public void accepted(AccessLine access) {}

          @Override
          public void rejected(LineRejected why, int start, int end) {
            found.add(new String(line, start, end - start, StandardCharsets.UTF_8));
          }
        });
    assertThat(found).containsExactly(bad);
  }

  @Test
  void keepsNothingOfTheRecordBefore() throws LineRejected {
    lines.read("[{\"t\":1767571200,\"p\":\"/a\"}]");
    assertThat(lines.verdicts("[{\"t\":1767571200},{\"p\":\"/a\"}]"))
        .containsExactly("MISSING_FIELD", "MISSING_FIELD");
  }

  @Test
  void readsManyRecordsOfOneLine() {
    String many = "[" + (record("/a") + ",").repeat(20_000) + record("/b") + "]";
    assertThat(lines.verdicts(many)).hasSize(20_001).containsOnly("ACCEPTED");
    assertThat(lines.verdicts(record("/a"))).containsExactly("ACCEPTED");
  }
}
