package jp.renkei.webapi.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.figure.KpiFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureKeyTest {
  @ParameterizedTest
  @CsvSource({
    "POINT, 2026-03-31, 2026-03-31",
    "MONTH, 2026-03-01, 2026-03",
    "FY, 2025-04-01, FY2025",
    "QUARTER_FY, 2025-04-01, FY2025Q1",
    "QUARTER_FY, 2025-07-01, FY2025Q2",
    "QUARTER_FY, 2025-10-01, FY2025Q3",
    "QUARTER_FY, 2026-01-01, FY2025Q4"
  })
  void periodsAreWrittenAsLandingReadsThem(String type, LocalDate start, String written) {
    assertThat(FigureKey.of("ISS001", figure(type, start)).period()).isEqualTo(written);
  }

  @Test
  void namesTheFigureWhole() {
    var figure = figure("MONTH", LocalDate.of(2026, 3, 1));
    assertThat(FigureKey.of("ISS001", figure))
        .isEqualTo(
            new FigureKey(
                "ISS001",
                "contract_rate",
                "2026-03",
                "ISSUER",
                "",
                "segment",
                "INDIVIDUAL",
                "SURVEY",
                "1"));
  }

  @Test
  void eachFigureOfAPeriodHasItsPlaceOnThePage() {
    var key = FigureKey.of("ISS001", figure("MONTH", LocalDate.of(2026, 3, 1)));
    assertThat(key.ofPeriod().anchor()).isEqualTo("ISS001-contract_rate-2026-03");
    assertThat(key.anchor()).startsWith("ISS001-contract_rate-2026-03-").hasSizeGreaterThan(30);
    assertThat(key.names()).allMatch(name -> name.ofPeriod().equals(key.ofPeriod()));
  }

  private static KpiFigure figure(String type, LocalDate start) {
    return new KpiFigure(
        "contract_rate",
        1,
        "ISSUER",
        Optional.of("ISS001"),
        Optional.empty(),
        Optional.of("segment"),
        Optional.of("INDIVIDUAL"),
        type,
        start,
        start,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        "REPORTED",
        "FINAL",
        "SURVEY",
        "THEN",
        "");
  }
}
