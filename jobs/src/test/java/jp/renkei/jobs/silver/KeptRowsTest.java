package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.CsvFile;
import org.junit.jupiter.api.Test;

/** A refused row leaves its key as the editions before had it. */
class KeptRowsTest {
  private static final String PATH = "register/issuers.csv";
  private static final RegisterFile ISSUERS = RegisterFile.at(PATH).orElseThrow();
  private static final String HEADER =
      "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
          + "publication_consent,cards_issued,valid_from,valid_to\n";
  private static final String I1 = "I1,,架空一,,,yes,NAMED,10,,\n";
  private static final String I2 = "I2,,架空二,,,yes,NAMED,20,,\n";

  private static KeptRows.Edition edition(String rows) {
    var csv = CsvFile.read(PATH, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    return new KeptRows.Edition(ISSUERS, csv, RegisterRows.read(ISSUERS, csv));
  }

  /** Id, name, cards and consent of what counts; editions the newest first. */
  private static List<String> counts(String now, String... earlier) {
    var files = new ArrayList<ReceivedFiles.File>();
    Map<ReceivedFiles.File, KeptRows.Edition> editions = new HashMap<>();
    for (var rows : earlier) {
      String id = Integer.toString(files.size());
      files.add(new ReceivedFiles.File(id, id, SubmissionKind.REGISTER, PATH, Instant.EPOCH));
      editions.put(files.get(files.size() - 1), edition(rows));
    }
    var kept = KeptRows.of(edition(now), files, editions::get);
    var rows = new ArrayList<>(kept.rows().rows());
    rows.addAll(kept.kept());
    return rows.stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.text("issuer_id"),
                    row.text("cards_issued"),
                    row.text("publication_consent")))
        .sorted()
        .toList();
  }

  @Test
  void keepsTheEarlierRowOfARefusedOne() {
    assertThat(counts(I1 + I2.replace("20", "many"), I1 + I2))
        .containsExactly("I1 10 NAMED", "I2 20 NAMED");
  }

  @Test
  void namesNobodyWhoseConsentCannotBeRead() {
    assertThat(counts(I1.replace("NAMED", "YES") + I2, I1 + I2))
        .containsExactly("I1 10 AGGREGATE_ONLY", "I2 20 NAMED");
  }

  @Test
  void keepsAKeyAsAWholeWhereOneOfItsRowsIsRefused() {
    String ended = I1.replace(",,\n", ",,2026-03-31\n").replace("10", "11");
    String renewed = I1.replace(",,\n", ",2026-04-01,\n").replace("10", "x");
    assertThat(counts(ended + renewed, I1)).containsExactly("I1 10 NAMED");
  }

  @Test
  void goesBackToTheNewestEditionThatHasTheKeyRight() {
    String wrong = I1.replace("10", "x");
    assertThat(counts(wrong, wrong, I1.replace("10", "12"), I1)).containsExactly("I1 12 NAMED");
  }

  @Test
  void bringsNothingBackThatWasTakenOut() {
    assertThat(counts(I2, I1 + I2)).containsExactly("I2 20 NAMED");
    assertThat(counts(I1.replace("10", "x") + I2, I2, I1 + I2)).containsExactly("I2 20 NAMED");
  }

  @Test
  void saysInTheRemedyWhatStandsUntilThen() {
    var file = new ReceivedFiles.File("0", "0", SubmissionKind.REGISTER, PATH, Instant.EPOCH);
    var kept = KeptRows.of(edition(I1.replace("10", "x")), List.of(file), one -> edition(I1));
    assertThat(kept.rows().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy().ja()).contains("前に受け取った版の行を使います"));
  }
}
