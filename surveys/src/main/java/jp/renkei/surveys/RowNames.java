package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerRow.Notation;

/**
 * Says beside a problem on a form's sheet of many rows whose row it is: the product line, or the
 * counterparty and segment. A cell's name alone would have to be looked up. A line of a CSV holds
 * its ids itself.
 */
final class RowNames {
  private final SurveyContext context;
  private final Optional<LocalDate> on;
  private final Map<List<String>, AnswerRow> rows = new HashMap<>();

  RowNames(AnswerUnit unit, SurveyContext context, Optional<LocalDate> on) {
    this.context = context;
    this.on = on;
    unit.rows().stream()
        .filter(row -> row.notation() == Notation.FORM)
        .filter(row -> !row.productLineId().isEmpty() || !row.counterpartyId().isEmpty())
        .forEach(row -> rows.put(sheetAndRow(row.place()), row));
  }

  private static List<String> sheetAndRow(Place place) {
    return List.of(place.sheet(), place.cell().replaceFirst("^[A-Z]+", ""));
  }

  Problem named(Problem problem) {
    var row = rows.get(sheetAndRow(problem.place()));
    return row == null
        ? problem
        : problem.about(
            Stream.of(problem.place().subject(), name(row))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ／ ")));
  }

  private String name(AnswerRow row) {
    String id = row.productLineId().isEmpty() ? row.counterpartyId() : row.productLineId();
    String segment =
        switch (row.segment()) {
          case "INDIVIDUAL", "CORPORATE" -> text("segment." + row.segment()).ja();
          default -> row.segment();
        };
    return Stream.of(id, on.map(day -> context.nameOf(id, day)).orElse(""), segment)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
