package jp.renkei.surveys.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import jp.renkei.surveys.Problem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A good workbook, damaged at random, is read or refused, and never anything else. */
class DamagedWorkbooksTest {
  private static final RawWorkbook GOOD =
      RawWorkbook.of(
              HostileWorkbooks.cells(40, 8)
                  + "<row r=\"41\"><c r=\"A41\" t=\"s\"><v>0</v></c><c r=\"B41\" s=\"1\"><v>46112</v></c>"
                  + "<c r=\"C41\" t=\"inlineStr\"><is><t>回答</t></is></c></row>")
          .sharedTexts("<si><t>架空カード</t><rPh sb=\"0\" eb=\"1\"><t>カクウ</t></rPh></si>")
          .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");

  @Property(tries = 300)
  void isToldWhenBytesFlip(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int flips) {
    var random = new Random(seed);
    byte[] bytes = GOOD.bytes();
    for (int i = 0; i < flips; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    readsOrRefuses(bytes);
  }

  @Property(tries = 300)
  void isToldWhenTheEndIsMissing(@ForAll @IntRange(min = 0, max = 999) int kept) {
    byte[] bytes = GOOD.bytes();
    WorkbookReading reading = readsOrRefuses(Arrays.copyOf(bytes, bytes.length * kept / 1_000));
    assertThat(reading.content()).isEmpty();
  }

  /** Within a part, so that the archive is whole and the parsers get to see it. */
  @Property(tries = 1_000)
  void isToldWhenAPartIsWrong(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
    var random = new Random(seed);
    var part = GOOD.parts().get(random.nextInt(GOOD.parts().size()));
    byte[] content = part.content().clone();
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(content.length);
      switch (random.nextInt(3)) {
        case 0 -> content[at] = (byte) random.nextInt(256);
        case 1 -> content[at] = (byte) "<>&\"'/=0129 ".charAt(random.nextInt(12));
        default -> {
          int from = random.nextInt(content.length);
          int length = Math.min(random.nextInt(40), content.length - Math.max(at, from));
          System.arraycopy(part.content(), from, content, at, length);
        }
      }
    }
    var copy = new RawWorkbook();
    GOOD.parts().forEach(each -> copy.part(each.name(), each.content()));
    readsOrRefuses(copy.part(part.name(), content).bytes());
  }

  private static WorkbookReading readsOrRefuses(byte[] bytes) {
    long start = System.nanoTime();
    WorkbookReading reading = WorkbookReader.read("回答.xlsx", bytes);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(reading.content().isPresent()).isNotEqualTo(Problem.anyError(reading.problems()));
    return reading;
  }
}
