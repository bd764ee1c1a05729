package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.ValueState;
import org.junit.jupiter.api.Test;

/** Which of a respondent's submissions counts. */
class NewestUnitsTest {
  private final List<ReceivedFiles.File> files = new ArrayList<>();
  private final Map<String, SurveyUnits> surveys = new HashMap<>();

  private void submit(String sha, String respondent, String at, boolean isAccepted) {
    files.add(
        new ReceivedFiles.File(
            sha, sha, SubmissionKind.SURVEY, "surveys/" + sha + ".csv", Instant.EPOCH));
    var submittedAt = OffsetDateTime.parse(at);
    List<Answer> answers = isAccepted ? List.of(answer(respondent, submittedAt)) : List.of();
    surveys.put(
        sha,
        new SurveyUnits(
            sha,
            1,
            List.of(),
            List.of(
                new SurveyUnits.Verdict(
                    "R1",
                    "issuer_survey",
                    1,
                    respondent,
                    submittedAt,
                    false,
                    "",
                    1,
                    false,
                    List.of(),
                    answers,
                    List.of())),
            List.of()));
  }

  private static Answer answer(String respondent, OffsetDateTime submittedAt) {
    return new Answer(
        "issuer_survey",
        1,
        "R1",
        respondent,
        submittedAt,
        "",
        "",
        "",
        "A3_01",
        "YES",
        ValueState.REPORTED,
        "",
        Place.line(2));
  }

  /** The files that count, the same in whatever order all of them arrive. */
  private List<String> counting() {
    var orders = new ArrayList<List<String>>();
    for (int turn = 0; turn < files.size(); turn++) {
      Collections.rotate(files, 1);
      var newest = NewestUnits.of(files, surveys);
      orders.add(newest.all().stream().map(unit -> unit.file().sha256()).toList());
    }
    assertThat(orders).containsOnly(orders.get(0));
    return orders.get(0);
  }

  @Test
  void countsTheNewestWhateverTheOrder() {
    submit("aa", "I1", "2026-04-01T10:00:00+09:00", true);
    submit("bb", "I1", "2026-04-03T10:00:00+09:00", true);
    submit("cc", "I1", "2026-04-02T10:00:00+09:00", true);
    submit("dd", "I2", "2026-04-01T10:00:00+09:00", true);
    assertThat(counting()).containsExactly("bb", "dd");
  }

  @Test
  void comparesInstantsAndNotTheirTexts() {
    submit("aa", "I1", "2026-04-01T10:00:00+09:00", true);
    submit("bb", "I1", "2026-04-01T02:00:00+00:00", true);
    assertThat(counting()).containsExactly("bb");
  }

  @Test
  void breaksATieByTheHash() {
    submit("bb", "I1", "2026-04-01T10:00:00+09:00", true);
    submit("cc", "I1", "2026-04-01T10:00:00+09:00", true);
    submit("aa", "I1", "2026-04-01T10:00:00+09:00", true);
    assertThat(counting()).containsExactly("cc");
  }

  @Test
  void keepsAnOlderAcceptedOneWhenTheNewestIsRefused() {
    submit("aa", "I1", "2026-04-01T10:00:00+09:00", true);
    submit("bb", "I1", "2026-04-02T10:00:00+09:00", false);
    assertThat(counting()).containsExactly("aa");
    var newest = NewestUnits.of(files, surveys);
    var accepted = files.stream().filter(file -> file.sha256().equals("aa")).findFirst();
    assertThat(newest.counts(accepted.orElseThrow(), surveys.get("aa").verdicts().get(0))).isTrue();
    var refused = files.stream().filter(file -> file.sha256().equals("bb")).findFirst();
    assertThat(newest.counts(refused.orElseThrow(), surveys.get("bb").verdicts().get(0))).isFalse();
  }
}
