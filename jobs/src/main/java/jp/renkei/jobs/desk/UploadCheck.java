package jp.renkei.jobs.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.jobs.silver.SenderProblems;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.form.FormFile;
import jp.renkei.surveys.form.ProblemOrder;
import jp.renkei.surveys.form.ReturnedForm;

/** Checks a file before it is handed in, and marks a copy of it. */
final class UploadCheck {
  private final LandedSurveys surveys;
  private final Clock clock;

  UploadCheck(LandedSurveys surveys, Clock clock) {
    this.surveys = surveys;
    this.clock = clock;
  }

  Map<String, Object> answer(DeskRequest request) throws IOException {
    String name = request.text("name");
    byte[] content = Files.readAllBytes(request.path("file"));
    var now = OffsetDateTime.now(clock);
    var looked = surveys.check(name, content, request.optional("respondent_id"), now);
    var found = new ArrayList<>(looked.problems());
    Optional<LandedUnit> unit = looked.units().stream().findFirst();
    unit.ifPresent(one -> found.addAll(one.problems()));
    var earlier = unit.flatMap(this::earlier);
    earlier
        .filter(before -> !before.sha256().equals(looked.sha256()))
        .flatMap(LandedUnit::submittedAt)
        .filter(before -> before.isAfter(now))
        .ifPresent(before -> found.add(SenderProblems.standsAbove(name, before)));
    unit.filter(LandedUnit::isAccepted)
        .ifPresent(
            one -> found.addAll(FilledAnswers.missing(name, one, earlier.map(surveys::answers))));
    var problems = ProblemOrder.of(name, content, found);
    boolean isAcceptable =
        unit.filter(LandedUnit::isAccepted).isPresent() && !Problem.anyError(problems);
    var fields = new LinkedHashMap<String, Object>();
    fields.put("state", isAcceptable ? "ACCEPTABLE" : "REFUSED");
    fields.put("sha256", looked.sha256());
    fields.put("respondent_id", unit.map(LandedUnit::respondentId).orElse(null));
    fields.put("round_id", unit.map(LandedUnit::roundId).orElse(null));
    fields.put("questionnaire_id", unit.map(LandedUnit::questionnaireId).orElse(null));
    fields.put("version", unit.flatMap(LandedUnit::version).orElse(null));
    fields.put(
        "answers",
        unit.map(one -> one.answers().stream().filter(Answer::isReported).count()).orElse(0L));
    fields.put("earlier", earlier.map(UploadCheck::earlierFields).orElse(null));
    fields.put("problems", problems.stream().map(UploadCheck::fields).toList());
    fields.put("marked", mark(request, name, content, problems));
    return fields;
  }

  /** The sender's form with the faulty cells marked; another workbook has no cells to mend. */
  private static boolean mark(
      DeskRequest request, String name, byte[] content, List<Problem> problems) throws IOException {
    var wanted = request.optional("marked").map(Path::of);
    boolean isForm =
        FormFile.isWorkbook(content)
            && problems.stream().noneMatch(problem -> problem.reason() == Reason.UNKNOWN_FORM);
    if (problems.isEmpty() || wanted.isEmpty() || !isForm) {
      return false;
    }
    Files.write(wanted.get(), ReturnedForm.mark(name, content, problems));
    return true;
  }

  private Optional<LandedUnit> earlier(LandedUnit unit) {
    return surveys.newestAccepted(unit.roundId(), unit.questionnaireId(), unit.respondentId());
  }

  private static Map<String, Object> earlierFields(LandedUnit before) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("submitted_at", before.submittedAt().map(Object::toString).orElse(null));
    fields.put("sha256", before.sha256());
    fields.put("path", before.path());
    return fields;
  }

  private static Map<String, Object> fields(Problem problem) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("severity", problem.severity().name());
    fields.put("sheet", problem.place().sheet());
    fields.put("cell", problem.place().cell());
    fields.put("line", problem.place().line());
    fields.put("place", problem.place().japanese());
    fields.put("subject", problem.place().subject());
    fields.put("reason", problem.reason().name());
    fields.put("found", problem.found());
    fields.put("expected", problem.expected().ja());
    fields.put("remedy", problem.remedy().ja());
    fields.put("place_en", problem.place().english());
    fields.put("found_en", problem.foundInEnglish());
    fields.put("expected_en", problem.expected().en());
    fields.put("remedy_en", problem.remedy().en());
    return fields;
  }
}
