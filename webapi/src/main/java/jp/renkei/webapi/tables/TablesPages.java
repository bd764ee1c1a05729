package jp.renkei.webapi.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.study.StudyRound;
import jp.renkei.reports.study.StudySheet;
import jp.renkei.reports.study.StudySheets;
import jp.renkei.reports.study.StudyWords;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;

/** 調査の集計: {@code /surveys/tables}, for the secretariat. */
public final class TablesPages {
  private final Templates templates;

  public TablesPages(Templates templates) {
    this.templates = templates;
  }

  /**
   * What the page shows; no sheet where nobody has answered yet.
   *
   * @param rounds those to choose from, the newest first
   */
  public record Content(
      List<StudyRound> rounds,
      Optional<StudyRound> round,
      LocalDate asOf,
      List<StudySheet> sheets) {
    public Content {
      rounds = List.copyOf(rounds);
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * The round that {@code ?round=} asks for; without it the newest whose answers are final.
   *
   * @throws NotShown where nobody has answered the round
   */
  public static Optional<StudyRound> chosen(PageRequest request, List<StudyRound> answered) {
    Optional<String> id = request.parameter("round").filter(asked -> !asked.isEmpty());
    if (id.isEmpty()) {
      return StudyRound.newest(answered, request.release().manifest().asOf());
    }
    return Optional.of(
        answered.stream()
            .filter(round -> round.roundId().equals(id.get()))
            .findFirst()
            .orElseThrow(() -> new NotShown(NotShown.Kind.NO_ROUND, id.get())));
  }

  public Answer tables(PageRequest request) {
    if (!StudySheets.areFor(request.audience())) {
      throw new NotShown(NotShown.Kind.NO_PAGE, request.frame().path());
    }
    var rounds = request.reader().read(StudyRound::answered);
    var round = chosen(request, rounds);
    var words = request.frame().isJapanese() ? StudyWords.JAPANESE : StudyWords.ENGLISH;
    var content =
        new Content(
            rounds,
            round,
            request.release().manifest().asOf(),
            request.reader().read(queries -> StudySheets.of(queries, round, words)));
    return Answer.html(templates.render("tables", request.frame(), content));
  }
}
