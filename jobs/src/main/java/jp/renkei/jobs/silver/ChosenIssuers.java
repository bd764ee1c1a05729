package jp.renkei.jobs.silver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.SurveyRound;

/**
 * The issuers that a round counts apart, tested against its frame: who is not in the frame is in
 * none of the figures. One that is unknown is a problem of the round's file; the round and the
 * others of the group go on.
 *
 * @param known those that are counted, in the order of the file
 * @param unknown those that are not
 */
record ChosenIssuers(List<String> known, List<String> unknown) {
  private static final String FRAMES = "register/population_frames.csv";

  /**
   * For one round.
   *
   * @param rows of the registers, by silver table; one that is not there is not tested against
   */
  static ChosenIssuers of(SurveyRound round, Map<String, List<RegisterRows.Row>> rows) {
    var chosen = round.chosenIssuers().map(SurveyRound.ChosenIssuers::issuers).orElse(List.of());
    var there = frame(round, rows);
    var byKnown =
        chosen.stream()
            .collect(
                Collectors.partitioningBy(
                    issuer -> there.isEmpty() || there.get().contains(issuer)));
    return new ChosenIssuers(byKnown.get(true), byKnown.get(false));
  }

  private static Optional<Set<String>> frame(
      SurveyRound round, Map<String, List<RegisterRows.Row>> rows) {
    var frames = rows.getOrDefault("silver.population_frame", List.of());
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        frames.stream()
            .filter(row -> row.text("frame_id").equals(round.frameId()))
            .map(row -> row.text("issuer_id"))
            .collect(Collectors.toSet()));
  }

  Stream<Problem> problems(String path, SurveyRound round) {
    return unknown.stream()
        .map(
            issuer ->
                Problem.error(
                    path,
                    Place.WHOLE_FILE.about("chosen_issuers.issuers"),
                    Reason.UNKNOWN_ID,
                    issuer,
                    new BilingualText(
                        "an issuer of the round's frame %s (%s)".formatted(round.frameId(), FRAMES),
                        "この調査回の母集団 %s（%s）にあるカード会社ID".formatted(round.frameId(), FRAMES)),
                    new BilingualText(
                        "Correct the id, or add it to the frame; the others of the group are"
                            + " counted without it.",
                        "IDを訂正するか、母集団に追加してください。それまでは、ほかの会社だけを数えます。")));
  }
}
