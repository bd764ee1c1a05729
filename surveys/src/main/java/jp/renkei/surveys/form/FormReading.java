package jp.renkei.surveys.form;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SubmissionTime;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.warehouse.privacy.CardNumbers;

/** One reading of one workbook: whose form, which version, unchanged; then its answers. */
final class FormReading {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final int LONGEST_REASON = 4_000;

  private final String file;
  private final WorkbookContent content;
  private final QuestionnaireCatalog catalog;
  private final NamedCells named;
  private final FormProblems problems;

  FormReading(String file, WorkbookContent content, QuestionnaireCatalog catalog) {
    this.file = file;
    this.content = content;
    this.catalog = catalog;
    this.named = new NamedCells(content);
    this.problems = new FormProblems(file);
  }

  FormFile read() {
    Optional<RecordSheet.Stated> stated = RecordSheet.read(content);
    if (stated.isEmpty()) {
      notOurs();
      return FormFile.refused(file, Optional.empty(), problems.all());
    }
    if (!stated.get().isWhole()) {
      problems.error(
          Place.cell(FormNames.RECORD_SHEET, ""),
          Reason.CHANGED_LAYOUT,
          FormProblems.text("found.changed_record"),
          FormProblems.text("expected.record"),
          FormProblems.text("remedy.layout"));
      return FormFile.refused(file, Optional.empty(), problems.all());
    }
    FormRecord record = stated.get().record();
    var subject = record.subject();
    Optional<Questionnaire> questionnaire =
        catalog
            .questionnaire(subject.questionnaireId(), subject.version())
            .map(found -> record.referenceDate().map(found::askedOn).orElse(found));
    if (questionnaire.isEmpty()) {
      problems.error(
          Place.WHOLE_FILE,
          Reason.UNKNOWN_VERSION,
          FormProblems.text("found.version", subject.questionnaireId(), subject.version()),
          FormProblems.text("expected.version"),
          FormProblems.text("remedy.version"));
    }
    identity(subject, questionnaire);
    var changedSheets = new LayoutCheck(content, withoutIdentity(record), problems).check();
    return questionnaire
        .flatMap(asked -> answers(record, asked, changedSheets))
        .orElseGet(() -> FormFile.refused(file, Optional.of(record.identity()), problems.all()));
  }

  /**
   * What stands on the sheets that are as they were handed out: also of a form that is refused as a
   * whole, so that its respondent is told everything at once. Empty when nothing can be read.
   */
  private Optional<FormFile> answers(
      FormRecord record, Questionnaire questionnaire, Set<String> changedSheets) {
    List<Problem> ofTheWhole = problems.errors();
    String reason = correctionReason(changedSheets);
    var subject = record.subject();
    var rows =
        new FormRows(content, record, problems, submittedAt(changedSheets))
            .of(questionnaire, changedSheets);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    StrayText.find(content, record, changedSheets, problems);
    HiddenAnswers.find(content, record, changedSheets, problems);
    var ofCells = new ArrayList<>(problems.errors());
    ofCells.subList(0, ofTheWhole.size()).clear();
    var told = new ArrayList<>(ofTheWhole);
    told.addAll(problems.others());
    var unit =
        new AnswerUnit(
            file,
            subject.roundId(),
            subject.questionnaireId(),
            subject.respondentId(),
            rows,
            List.of(),
            ofCells);
    return Optional.of(
        new FormFile(
            file,
            Optional.of(record.identity()),
            Optional.of(questionnaire),
            Optional.of(unit),
            told,
            reason));
  }

  private void notOurs() {
    boolean isLater =
        named.text(FormNames.FORM_KIND).startsWith("renkei-form/")
            && !named.text(FormNames.FORM_KIND).equals(FormNames.KIND);
    if (isLater) {
      problems.error(
          Place.WHOLE_FILE,
          Reason.UNKNOWN_VERSION,
          FormProblems.text("found.kind", named.text(FormNames.FORM_KIND)),
          FormProblems.text("expected.kind"),
          FormProblems.text("remedy.version"));
      return;
    }
    problems.error(
        Place.WHOLE_FILE,
        Reason.UNKNOWN_FORM,
        FormProblems.text("found.other_workbook"),
        FormProblems.text("expected.form"),
        FormProblems.text("remedy.form"));
  }

  /**
   * What the cover shows, and the answer that says the same, must be what the form was made for.
   */
  private void identity(FormRecord.Subject subject, Optional<Questionnaire> questionnaire) {
    same(FormNames.SHOWN_RESPONDENT, subject.respondentId());
    same(FormNames.SHOWN_NAME, subject.respondentName());
    same(FormNames.SHOWN_CORPORATE_NUMBER, subject.corporateNumber());
    if (!subject.corporateNumber().isEmpty()) {
      questionnaire.stream()
          .flatMap(found -> found.questions().stream())
          .filter(question -> question.format() == Format.CORPORATE_NUMBER)
          .map(FormNames::answer)
          .forEach(name -> same(name, subject.corporateNumber()));
    }
  }

  private void same(String name, String expected) {
    Optional<Area> area = named.area(name);
    if (area.isEmpty() || named.text(name).equals(expected)) {
      // A name that is missing is told as a changed layout.
      return;
    }
    problems.error(
        FormProblems.place(area.get().sheet(), area.get().first()),
        Reason.CHANGED_IDENTITY,
        FormProblems.asWritten(named.text(name)),
        expected.isEmpty()
            ? FormProblems.text("expected.no_identity")
            : FormProblems.text("expected.identity", expected),
        FormProblems.text("remedy.identity"));
  }

  /** The labels of the cover that were compared already. */
  private static FormRecord withoutIdentity(FormRecord record) {
    var labels = new TreeMap<>(record.labels());
    for (String name :
        List.of(
            FormNames.SHOWN_RESPONDENT, FormNames.SHOWN_NAME, FormNames.SHOWN_CORPORATE_NUMBER)) {
      Area area = record.areas().get(name);
      if (area != null && labels.containsKey(area.sheet())) {
        var ofSheet = new TreeMap<>(labels.get(area.sheet()));
        ofSheet.remove(area.first());
        labels.put(area.sheet(), ofSheet);
      }
    }
    return new FormRecord(record.subject(), record.referenceDate(), record.areas(), labels);
  }

  /** The day on the cover, else when the workbook was saved last. */
  private String submittedAt(Set<String> changedSheets) {
    String subject = FormWords.ja("cover.submitted_on");
    Optional<Area> found = onCover(FormNames.SUBMITTED_ON, changedSheets);
    String stated = found.map(area -> text(area, subject)).orElse("");
    if (stated.isEmpty()) {
      return content
          .modified()
          .map(at -> at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString())
          .orElse("");
    }
    String day = stated.length() > 10 ? stated.replaceFirst("T.*", "") : stated;
    return SubmissionTime.day(day)
        .map(Object::toString)
        .orElseGet(
            () -> {
              problems.error(
                  place(found.orElseThrow(), subject),
                  Reason.WRONG_TYPE,
                  FormProblems.asWritten(stated),
                  FormProblems.text("expected.day"),
                  FormProblems.text("remedy.day"));
              return "";
            });
  }

  private Optional<Area> onCover(String name, Set<String> changedSheets) {
    return named.area(name).filter(area -> !changedSheets.contains(area.sheet()));
  }

  private String text(Area area, String subject) {
    return new FormCells(content, problems).text(area.sheet(), area.first(), subject);
  }

  private static Place place(Area area, String subject) {
    return FormProblems.place(area.sheet(), area.first()).about(subject);
  }

  private String correctionReason(Set<String> changedSheets) {
    Optional<Area> area = onCover(FormNames.CORRECTION_REASON, changedSheets);
    if (area.isEmpty()) {
      return "";
    }
    String subject = FormWords.ja("cover.correction_reason");
    String reason = text(area.get(), subject);
    Place place = place(area.get(), subject);
    if (CardNumbers.found(reason)) {
      problems.error(
          place,
          Reason.CARD_NUMBER_FOUND,
          FormProblems.asWritten(reason),
          FormProblems.text("expected.no_card_number"),
          FormProblems.text("remedy.no_card_number"));
      return "";
    }
    if (reason.length() > LONGEST_REASON) {
      problems.error(
          place,
          Reason.TOO_LARGE,
          FormProblems.asWritten(reason),
          FormProblems.text("expected.shorter", LONGEST_REASON),
          FormProblems.text("remedy.shorter"));
      return "";
    }
    return reason;
  }
}
