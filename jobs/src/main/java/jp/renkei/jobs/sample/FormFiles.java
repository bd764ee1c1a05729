package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.sample.AnswerSheet.Place;
import jp.renkei.surveys.Receipt;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Respondents that send the questionnaire back as a workbook instead of a CSV: in the rounds before
 * the last the third issuer that answers, and in every round the third agent. In the last round the
 * fourth agent's form is refused and corrected by a second one, and the fifth's came late by post,
 * so that the secretariat accepted it on its behalf. Smaller worlds have the first few.
 */
final class FormFiles {
  private static final DumpSettings BLOCKS =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
  private static final String CLERK = "jimukyoku";

  private final SurveyForms forms;
  private final LandingFolder landing;
  private final SampleStory story;

  FormFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.forms = new SurveyForms(truth);
    this.landing = landing;
    this.story = story;
  }

  /**
   * Writes the agent's file or files as workbooks.
   *
   * @param place of the agent among those that answer in the round, from 0
   * @return the file that stands; empty where it sends no workbook and nothing was written
   */
  Optional<String> write(
      int place, boolean isLast, TrueAgent agent, TrueRound round, AnswerSheet sheet) {
    String path = formPath(round, agent.id());
    LocalDate day = round.dueDate().minusDays(5);
    if (place == 2) {
      form(path, forms.of(agent, round, sheet, day));
      return Optional.of(path);
    }
    if (isLast && place == 3) {
      form(path, forms.of(agent, round, contradicting(sheet), day));
      story.add(PlantedKind.FORM_WITH_ERROR, path, 1, agent.id() + " B1_02");
      String corrected = path.replace(".xlsx", "_2.xlsx");
      String sha256 = form(corrected, forms.of(agent, round, sheet, day.plusDays(3)));
      receipt(
          corrected,
          sha256,
          day.plusDays(3),
          agent.id(),
          "",
          "",
          "クレジットカードを連携する利用者数の桁を誤っていたため（架空データ）");
      story.add(PlantedKind.CORRECTION, corrected, 1, agent.id());
      return Optional.of(corrected);
    }
    if (isLast && place == 4) {
      LocalDate late = round.dueDate().plusDays(round.graceDays() + 3);
      String sha256 = form(path, forms.of(agent, round, sheet, day));
      receipt(path, sha256, late, CLERK, agent.id(), "郵送で届いた調査票を事務局が受け付け（架空データ）", "");
      story.add(PlantedKind.LATE_SUBMISSION, path, 1, agent.id());
      story.add(PlantedKind.ON_BEHALF, path, 1, agent.id());
      return Optional.of(path);
    }
    return Optional.empty();
  }

  /** Writes the issuer's file as a workbook. */
  void write(TrueIssuer issuer, TrueRound round, AnswerSheet sheet) {
    form(
        formPath(round, issuer.id()), forms.of(issuer, round, sheet, round.dueDate().minusDays(5)));
  }

  private static String formPath(TrueRound round, String respondentId) {
    return SurveyFiles.path(round, respondentId).replace(".csv", ".xlsx");
  }

  private String form(String path, byte[] content) {
    landing.bytes(path, content);
    story.add(PlantedKind.FORM, path, 1, "");
    return Sha256.of(content);
  }

  private void receipt(
      String path,
      String sha256,
      LocalDate on,
      String by,
      String onBehalfOf,
      String note,
      String correctionReason) {
    var receipt =
        new Receipt(
            sha256,
            path,
            OffsetDateTime.of(on.atTime(10, 0), ZoneOffset.ofHours(9)),
            by,
            onBehalfOf,
            on,
            note,
            correctionReason,
            List.of());
    landing.text(
        path.replace("surveys/", "receipts/").replace(".xlsx", ".yaml"),
        new Dump(BLOCKS).dumpToString(receipt.entries()));
  }

  /** More users that link a card than users. */
  private static AnswerSheet contradicting(AnswerSheet sheet) {
    return sheet.changed(
        answer ->
            answer.questionId().equals("B1_02") && answer.place().equals(Place.WHOLE)
                ? answer.withValue(answer.value() + "000")
                : answer);
  }
}
