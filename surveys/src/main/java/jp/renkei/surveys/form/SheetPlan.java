package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Questionnaire.Section;

/** One sheet of questions: those of one section that are asked by the same thing. */
record SheetPlan(Section section, AskedBy askedBy, List<Question> questions) {

  /** In the order of the questionnaire; nothing is asked of lines or counterparties not there. */
  static List<SheetPlan> of(FormRequest request) {
    var plans = new ArrayList<SheetPlan>();
    for (Section section : request.questionnaire().sections()) {
      for (AskedBy askedBy : AskedBy.values()) {
        var questions =
            request.questionnaire().questions().stream()
                .filter(question -> question.section().equals(section.id()))
                .filter(question -> question.askedBy() == askedBy)
                .toList();
        boolean isAsked =
            switch (askedBy) {
              case RESPONDENT -> true;
              case PRODUCT_LINE -> !request.lines().isEmpty();
              case COUNTERPARTY ->
                  request.counterparties().stream().anyMatch(each -> !each.segments().isEmpty());
            };
        if (isAsked && !questions.isEmpty()) {
          plans.add(new SheetPlan(section, askedBy, questions));
        }
      }
    }
    return plans;
  }

  /** For example {@code A2_導入状況（商品ライン別）}. */
  String title() {
    return section.id() + "_" + section.titleJa() + FormWords.ja("sheet." + askedBy);
  }

  void write(FormParts parts) {
    FormRequest request = parts.request();
    if (askedBy == AskedBy.RESPONDENT) {
      SectionSheet.write(parts, title(), section, questions);
      return;
    }
    MatrixSheet.write(
        parts,
        title(),
        section.id() + "　" + section.titleJa() + FormWords.ja("sheet." + askedBy),
        FormNames.key(section.id() + "_" + askedBy),
        List.of(
            FormWords.ja("matrix.id." + askedBy),
            FormWords.ja("matrix.name." + askedBy),
            FormWords.ja("matrix.segment")),
        askedBy == AskedBy.PRODUCT_LINE ? lines(request) : counterparties(request),
        questions);
  }

  private static List<MatrixSheet.MatrixRow> lines(FormRequest request) {
    return request.lines().stream()
        .map(
            line ->
                new MatrixSheet.MatrixRow(
                    RowKey.line(line.productLineId()),
                    line.productLineId(),
                    line.nameJa(),
                    FormWords.segment(line.segment())))
        .toList();
  }

  private static List<MatrixSheet.MatrixRow> counterparties(FormRequest request) {
    return request.counterparties().stream()
        .flatMap(
            each ->
                each.segments().stream()
                    .map(
                        segment ->
                            new MatrixSheet.MatrixRow(
                                RowKey.counterparty(segment, each.id()),
                                each.id(),
                                each.nameJa(),
                                FormWords.segment(segment))))
        .toList();
  }
}
