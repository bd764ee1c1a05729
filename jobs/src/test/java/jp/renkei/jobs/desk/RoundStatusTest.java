package jp.renkei.jobs.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.desk.RoundStatus.State;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.surveys.QuestionnaireCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the secretariat sees of a round is what lies in landing now. */
class RoundStatusTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();
  private static final String GOOD = "A3_01,YES,REPORTED,";
  private static final String BAD = "A3_01,PERHAPS,REPORTED,";

  @TempDir Path folder;
  private SmallLanding landing;
  private LandedSurveys surveys;

  @BeforeEach
  void makeLanding() {
    landing = new SmallLanding(folder);
    surveys = new LandedSurveys(folder);
  }

  private RoundStatus status() {
    return RoundStatus.of(surveys.registers().round("R2026-03").orElseThrow(), surveys, CATALOG);
  }

  private List<String> states() {
    return status().rows().stream()
        .map(row -> row.respondent().id() + " " + row.state() + " " + row.submissions())
        .toList();
  }

  @Test
  void asksTheFrameAndTheAgentsValidOnTheReferenceDate() {
    assertThat(states()).containsExactly("ISS001 OPEN 0", "ISS002 OPEN 0", "AGT001 OPEN 0");
  }

  @Test
  void tellsRefusedFromAcceptedAndLate() {
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-05-14T23:59:00+09:00", GOOD);
    landing.answer("b.csv", "R2026-03", "ISS002", "2026-04-20", BAD);
    landing.answer(
        "c.csv", "R2026-03", "AGT001", "2026-05-15T00:00:00+09:00", "B0_04,NAMED,REPORTED,");
    assertThat(states()).containsExactly("ISS001 ACCEPTED 1", "ISS002 REFUSED 1", "AGT001 LATE 1");
    assertThat(status().open()).extracting(row -> row.respondent().id()).containsExactly("ISS002");
  }

  @Test
  void keepsTheAcceptedAnswerWhenALaterOneIsRefused() {
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-20", GOOD);
    landing.answer("b.csv", "R2026-03", "ISS001", "2026-04-21", BAD);
    assertThat(states()).contains("ISS001 ACCEPTED 2");
    var row = status().rows().get(0);
    assertThat(row.counts().orElseThrow().path()).isEqualTo("surveys/a.csv");
    assertThat(row.refusedSince().orElseThrow().path()).isEqualTo("surveys/b.csv");
    assertThat(StatusFields.of(row))
        .containsEntry("refused_path", "surveys/b.csv")
        .containsEntry("refused_at", "2026-04-21T00:00+09:00")
        .containsEntry("refused_errors", 1L);
    landing.answer("c.csv", "R2026-03", "ISS001", "2026-04-22", GOOD);
    assertThat(status().rows().get(0).refusedSince()).isEmpty();
  }

  @Test
  void countsTheDayOfArrivalForTheDueDate() throws Exception {
    var file = landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-20", GOOD);
    String receipt =
        "sha256: %s\npath: surveys/a.csv\nsubmitted_at: 2026-05-20T10:00:00+09:00\nsubmitted_by: c\n"
            .formatted(Sha256.of(Files.readAllBytes(file)));
    landing.put("receipts/a.yaml", receipt);
    assertThat(states()).contains("ISS001 LATE 1");
    landing.put("receipts/a.yaml", receipt + "on_behalf_of: ISS001\narrived_on: 2026-05-14\n");
    assertThat(states()).contains("ISS001 ACCEPTED 1");
    assertThat(StatusFields.of(status().rows().get(0))).containsEntry("arrived_on", "2026-05-14");
    landing.put("receipts/a.yaml", receipt + "on_behalf_of: ISS001\narrived_on: 2026-05-15\n");
    assertThat(states()).contains("ISS001 LATE 1");
    // A receipt that cannot be right says nothing, and the file says itself when it was sent.
    landing.put("receipts/a.yaml", receipt + "arrived_on: 2026-05-21\n");
    assertThat(states()).contains("ISS001 ACCEPTED 1");
  }

  @Test
  void seesAFileThatIsMendedAndOneThatIsTakenAway() throws Exception {
    var file = landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-20", BAD);
    assertThat(states()).contains("ISS001 REFUSED 1");
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-20T10:00", GOOD);
    assertThat(states()).contains("ISS001 ACCEPTED 1");
    Files.delete(file);
    assertThat(states()).contains("ISS001 OPEN 0");
  }

  @Test
  void countsWhoAnswersWithoutBeingAsked() {
    landing.put(
        "register/population_frames.csv",
        "frame_id,as_of,basis,issuer_id,cards_issued\nF1,2026-03-31,名簿,ISS001,\n");
    landing.answer("a.csv", "R2026-03", "ISS002", "2026-04-20", GOOD);
    var row = status().rows().get(1);
    assertThat(row.respondent().id()).isEqualTo("ISS002");
    assertThat(row.isInFrame()).isFalse();
    assertThat(row.state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void writesAMailMergeFileThatRunsNoFormula() {
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-20", GOOD);
    assertThat(Reminders.csv(status(), CATALOG, LocalDate.of(2026, 5, 1)))
        .isEqualTo(
            "\uFEFFrespondent_id,会社名,区分,調査回,基準日,調査票,提出期限,最終期限,残り日数,基準日（和文）,提出期限（和文）,最終期限（和文）,期限まで,状態,受領済みファイル\r\n"
                + "ISS002,'=架空,カード会社,R2026-03,2026-03-31,調査票A（カード会社）,2026-04-30,2026-05-14,13,2026年3月31日,2026年4月30日,2026年5月14日,あと13日,未提出,\r\n"
                + "AGT001,架空家計簿,電子決済等代行業者,R2026-03,2026-03-31,調査票B（電子決済等代行業者）,"
                + "2026-04-30,2026-05-14,13,2026年3月31日,2026年4月30日,2026年5月14日,あと13日,未提出,\r\n");
  }

  @Test
  void saysByHowManyDaysAnAnswerIsOverdue() {
    assertThat(Reminders.csv(status(), CATALOG, LocalDate.of(2026, 11, 23)))
        .contains(",-193,2026年3月31日,2026年4月30日,2026年5月14日,193日超過,未提出,");
    assertThat(Reminders.csv(status(), CATALOG, LocalDate.of(2026, 5, 14))).contains(",0,", "本日まで");
  }

  @Test
  void namesFilesThatStandBesideNobody() {
    landing.put("surveys/R2026-03/memo.csv", "拝啓,回答は来週\n");
    landing.answer("stranger.csv", "R2026-03", "ISS404", "2026-04-20", GOOD);
    landing.answer("noround.csv", "R1999-03", "ISS001", "2026-04-20", GOOD);
    landing.answer("good.csv", "R2026-03", "ISS001", "2026-04-20", GOOD);
    var loose = LooseFiles.of(surveys, CATALOG);
    assertThat(loose)
        .extracting(one -> one.path().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder("memo.csv", "noround.csv", "stranger.csv");
    assertThat(loose)
        .extracting(one -> one.problem().fault().ja())
        .anyMatch(text -> text.startsWith("調査票の列が一つもないファイル。"))
        .anyMatch(text -> text.startsWith("「ISS404」とあります。"))
        .anyMatch(text -> text.startsWith("「R1999-03」とあります。"));
  }

  @Test
  void givesTheAnswersOfTheRoundBefore() {
    landing.answer("old.csv", "R2025-09", "ISS001", "2025-10-20", GOOD);
    var round = surveys.registers().round("R2026-03").orElseThrow();
    assertThat(surveys.lastAnswers(round, "issuer_survey", "ISS001"))
        .extracting(answer -> answer.questionId() + "=" + answer.value())
        .containsExactly("A3_01=YES");
    assertThat(surveys.lastAnswers(round, "issuer_survey", "ISS002")).isEmpty();
  }
}
