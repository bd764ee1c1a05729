package jp.renkei.jobs.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.form.FormFile;
import jp.renkei.surveys.form.ReturnedForm;

/** Checks a file before it is handed in, and marks a copy of it. */
final class UploadCheck {
  private static final Comparator<Problem> WORST_FIRST = Comparator.comparing(Problem::severity);

  private final LandedSurveys surveys;

  UploadCheck(LandedSurveys surveys) {
    this.surveys = surveys;
  }

  Map<String, Object> answer(DeskRequest request) throws IOException {
    String name = request.text("name");
    byte[] content = Files.readAllBytes(request.path("file"));
    var looked = surveys.check(name, content);
    var problems = new ArrayList<>(looked.problems());
    looked.units().forEach(unit -> problems.addAll(unit.problems()));
    Optional<LandedUnit> unit = looked.units().stream().findFirst();
    if (looked.units().size() > 1) {
      problems.add(severalUnits(name, looked.units()));
    }
    request
        .optional("respondent_id")
        .filter(own -> unit.isPresent() && !unit.get().respondentId().equals(own))
        .ifPresent(own -> problems.add(strangersForm(name, own, unit.get().respondentId())));
    boolean isAcceptable =
        unit.filter(LandedUnit::isAccepted).isPresent() && !Problem.anyError(problems);
    var fields = new LinkedHashMap<String, Object>();
    fields.put("state", isAcceptable ? "ACCEPTABLE" : "REFUSED");
    fields.put("sha256", looked.sha256());
    fields.put("respondent_id", unit.map(LandedUnit::respondentId).orElse(null));
    fields.put("round_id", unit.map(LandedUnit::roundId).orElse(null));
    fields.put("questionnaire_id", unit.map(LandedUnit::questionnaireId).orElse(null));
    fields.put("version", unit.flatMap(LandedUnit::version).orElse(null));
    fields.put("answers", unit.map(one -> one.answers().size()).orElse(0));
    fields.put("earlier", unit.flatMap(this::earlier).orElse(null));
    fields.put("problems", problems.stream().sorted(WORST_FIRST).map(UploadCheck::fields).toList());
    fields.put("marked", mark(request, name, content, problems));
    return fields;
  }

  /** The sender's workbook with the faulty cells marked, where it is one. */
  private static boolean mark(
      DeskRequest request, String name, byte[] content, List<Problem> problems) throws IOException {
    var wanted = request.optional("marked").map(Path::of);
    if (problems.isEmpty() || wanted.isEmpty() || !FormFile.isWorkbook(content)) {
      return false;
    }
    Files.write(wanted.get(), ReturnedForm.mark(name, content, problems));
    return true;
  }

  private Optional<Map<String, Object>> earlier(LandedUnit unit) {
    return surveys
        .newestAccepted(unit.roundId(), unit.questionnaireId(), unit.respondentId())
        .map(
            before -> {
              var fields = new LinkedHashMap<String, Object>();
              fields.put("submitted_at", before.submittedAt().map(Object::toString).orElse(null));
              fields.put("sha256", before.sha256());
              return fields;
            });
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
    return fields;
  }

  private static Problem strangersForm(String file, String own, String found) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.UNKNOWN_ID,
        new BilingualText("the form of " + found, found + " の調査票"),
        new BilingualText("the form of " + own, own + " の調査票"),
        new BilingualText(
            "Download your own form and enter the answers there.",
            "自社の様式をダウンロードし、そこに記入して提出してください。"));
  }

  private static Problem severalUnits(String file, List<LandedUnit> units) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.INCONSISTENT_ANSWERS,
        new BilingualText(units.size() + " units", units.size() + " 件の回答票"),
        new BilingualText("one respondent, round and questionnaire", "1つのファイルに1者・1調査回・1調査票"),
        new BilingualText("Send each in a file of its own.", "回答票ごとにファイルを分けて提出してください。"));
  }
}
