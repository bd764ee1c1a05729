package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import jp.renkei.jobs.summary.SigningKey;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.SummaryTable;
import jp.renkei.jobs.summary.VerificationKey;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose summary counts: the issuer's of the folder, signed with a key that holds. */
class SummaryCheckTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String CREATED = "2026-02-03T00:30:00+09:00";
  @TempDir Path folder;
  private Path landing;
  private Path pem;
  private VerificationKey key;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    pem = folder.resolve("issuer.pem");
    key = SigningKey.make(pem);
    put(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\nI1,,甲,,,yes,NAMED,1,,\n"
            + "I2,,乙,,,yes,NAMED,1,,\n");
    keys("I1," + key.base64() + ",2026-01-01,2026-02-03");
  }

  private void put(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void keys(String... rows) throws IOException {
    put(
        "register/issuer_keys.csv",
        "issuer_id,public_key,valid_from,valid_to\n" + String.join("\n", rows) + "\n");
  }

  private static SummaryHeader header(String issuer, String createdAt, String rules) {
    return new SummaryHeader(
        1,
        issuer,
        YearMonth.of(2026, 1),
        OffsetDateTime.parse(createdAt),
        "0123456789abcdef",
        rules,
        new SummaryHeader.MadeWith(HASH, HASH, HASH));
  }

  private byte[] summary(SummaryHeader header) {
    var tables = new EnumMap<SummaryTable, List<List<Object>>>(SummaryTable.class);
    for (var table : SummaryTable.values()) {
      tables.put(table, List.of());
    }
    tables.put(
        SummaryTable.LOG_DAY,
        List.of(
            List.of(
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 1, 1),
                header.issuerId(),
                "api",
                true,
                1L,
                3L,
                1L,
                0L)));
    return SummaryFile.write(header, tables, SigningKey.read(pem));
  }

  private List<Problem> problems(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return SubmissionCheck.against(landing).check(file).findings().stream()
        .map(Finding::problem)
        .toList();
  }

  private List<Problem> problems(SummaryHeader header) throws IOException {
    return problems("landing/summaries/I1/a.zip", summary(header));
  }

  @Test
  void takesWhatTheIssuerSigned() throws IOException {
    assertThat(problems(header("I1", CREATED, "1"))).isEmpty();
    // Also before it lies in landing.
    assertThat(problems("outbox/I1_2026-01.zip", summary(header("I1", CREATED, "1")))).isEmpty();
    assertThat(problems("outbox/I3_2026-01.zip", summary(header("I3", CREATED, "1"))))
        .extracting(Problem::reason)
        .containsExactly(Reason.UNKNOWN_ID);
  }

  @Test
  void takesTheOldAndTheNewKeyWhileBothHold() throws IOException {
    var other = SigningKey.make(folder.resolve("other.pem"));
    keys("I1," + other.base64() + ",2026-02-01,", "I1," + key.base64() + ",,2026-02-03");
    assertThat(problems(header("I1", CREATED, "1"))).isEmpty();
    pem = folder.resolve("other.pem");
    assertThat(problems(header("I1", CREATED, "1"))).isEmpty();
    assertThat(problems(header("I1", "2026-01-31T23:59:59+09:00", "1")))
        .extracting(Problem::reason)
        .containsExactly(Reason.WRONG_SIGNATURE);
  }

  @Test
  void refusesAKeyThatIsUnknownOrAnotherIssuersOrHoldsNoMore() throws IOException {
    // Eleven at night on the third in London is the fourth in Japan.
    var expired = problems(header("I1", "2026-02-03T23:00:00Z", "1"));
    assertThat(expired).extracting(Problem::reason).containsExactly(Reason.WRONG_SIGNATURE);
    assertThat(expired.get(0).japanese())
        .contains("2026-02-04 に有効でない鍵 " + key.fingerprint(), "issuer_keys.csv");
    keys("I2," + key.base64() + ",,");
    assertThat(problems(header("I1", CREATED, "1")).get(0).japanese())
        .contains("カード会社の登録済みの鍵によらない署名", "別の経路でカード会社に公開鍵を確認し");
    Files.delete(landing.resolve("register/issuer_keys.csv"));
    assertThat(problems(header("I1", CREATED, "1")))
        .extracting(Problem::reason)
        .containsExactly(Reason.WRONG_SIGNATURE);
  }

  @Test
  void refusesAnotherFolderOtherRulesAndAWrongClock() throws IOException {
    assertThat(problems("landing/summaries/I2/a.zip", summary(header("I1", CREATED, "1"))))
        .extracting(Problem::reason)
        .containsExactly(Reason.UNKNOWN_ID);
    assertThat(problems("landing/summaries/I9/a.zip", summary(header("I1", CREATED, "1"))))
        .extracting(Problem::reason)
        .containsExactly(Reason.UNKNOWN_ID);
    assertThat(problems(header("I1", CREATED, "9")))
        .extracting(Problem::reason)
        .containsExactly(Reason.UNKNOWN_VERSION);
    keys("I1," + key.base64() + ",,");
    for (var time : List.of("2025-12-31T23:59:59+09:00", "9999-01-01T00:00:00+09:00")) {
      assertThat(problems(header("I1", time, "1")))
          .extracting(Problem::reason)
          .containsExactly(Reason.DATE_OUT_OF_RANGE);
    }
  }

  @Test
  void tellsWhatIsNoSummaryAtAll() throws IOException {
    byte[] content = summary(header("I1", CREATED, "1"));
    content[content.length / 2] ^= 1;
    var problems = problems("landing/summaries/I1/b.zip", content);
    assertThat(problems).isNotEmpty().allMatch(Problem::isError);
    assertThat(problems.get(0).japanese()).contains("b.zip", "./renkei summarize");
  }

  @Test
  void refusesARegisterWithAKeyOfAnotherForm() throws IOException {
    keys("I1,secret,,", "I1," + key.base64() + ",2026-01-01,", "I1," + key.base64() + ",,");
    var problems =
        SubmissionCheck.against(landing)
            .check(landing.resolve("register/issuer_keys.csv"))
            .findings();
    assertThat(problems)
        .extracting(finding -> finding.problem().reason())
        .containsExactly(Reason.WRONG_TYPE, Reason.OVERLAPPING_VALIDITY);
  }
}
