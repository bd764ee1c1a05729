package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import jp.renkei.jobs.gateway.format.LineParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
  @TempDir Path folder;

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static LogLines open(Path file) throws IOException {
    return LogLines.open(file, LineParser.LONGEST_LINE);
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    var found = new ArrayList<String>();
    try (var lines = open(file)) {
      while (lines.next()) {
        String text =
            new String(
                lines.buffer(),
                lines.start(),
                lines.end() - lines.start(),
                StandardCharsets.ISO_8859_1);
        found.add(
            lines.number()
                + (lines.isTooLong() ? " long" : lines.isBlank() ? " blank" : " " + text));
      }
    }
    return found;
  }

  private List<String> read(String text) throws IOException {
    return read("a.log", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void endsLinesAtLineFeedsOnly() throws IOException {
    assertThat(read("a\nb\r\nc\rd\n\n \t\ne"))
        .containsExactly("1 a", "2 b", "3 c\rd", "4 blank", "5 blank", "6 e");
    assertThat(read("")).isEmpty();
    assertThat(read("\n")).containsExactly("1 blank");
  }

  @Test
  void passesOverAByteOrderMarkAtTheStartOnly() throws IOException {
    assertThat(read("\u00ef\u00bb\u00bfa\n\u00ef\u00bb\u00bfb"))
        .containsExactly("1 a", "2 \u00ef\u00bb\u00bfb");
  }

  @Test
  void skipsALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
    for (int extra : new int[] {1, 70_000, 3_000_000}) {
      assertThat(read("a\n" + "x".repeat(LineParser.LONGEST_LINE + extra) + "\nb\nc"))
          .containsExactly("1 a", "2 long", "3 b", "4 c");
    }
    assertThat(read("x".repeat(LineParser.LONGEST_LINE)).get(0))
        .hasSize(LineParser.LONGEST_LINE + 2);
    assertThat(read("x".repeat(LineParser.LONGEST_LINE + 1))).containsExactly("1 long");
  }

  @Test
  void readsThroughConcatenatedMembers() throws IOException {
    var joined = new ByteArrayOutputStream();
    joined.write(gzip("a\nb".getBytes(StandardCharsets.US_ASCII)));
    joined.write(gzip("c\n".getBytes(StandardCharsets.US_ASCII)));
    joined.write(gzip("d\n".getBytes(StandardCharsets.US_ASCII)));
    assertThat(read("a.gz", joined.toByteArray())).containsExactly("1 a", "2 bc", "3 d");
    assertThat(read("A.JSONL.GZ", joined.toByteArray())).containsExactly("1 a", "2 bc", "3 d");
  }

  @Test
  void tellsAFileThatCannotBeReadFromADamagedArchive() throws IOException {
    for (String name : List.of("a.log", "a.gz")) {
      // A folder can be opened, but not read.
      Path unreadable = Files.createDirectory(folder.resolve(name));
      assertThatThrownBy(
              () -> {
                try (var lines = open(unreadable)) {
                  lines.next();
                }
              })
          .isInstanceOfSatisfying(
              UnreadableLogException.class, why -> assertThat(why.isGone()).isFalse());
      assertThatThrownBy(() -> open(folder.resolve("gone-" + name)))
          .isInstanceOfSatisfying(
              UnreadableLogException.class, why -> assertThat(why.isGone()).isTrue());
    }
  }

  @Test
  void callsABrokenArchiveDamaged() throws IOException {
    byte[] whole = gzip("line\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII));
    byte[] garbageBehind = Arrays.copyOf(whole, whole.length + 20);
    Arrays.fill(garbageBehind, whole.length, garbageBehind.length, (byte) 'x');
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x55;
    for (byte[] damaged :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1),
            garbageBehind,
            flipped,
            "no gzip".getBytes(StandardCharsets.US_ASCII))) {
      assertThatThrownBy(() -> read("a.gz", damaged)).isInstanceOf(DamagedArchiveException.class);
    }
  }
}
