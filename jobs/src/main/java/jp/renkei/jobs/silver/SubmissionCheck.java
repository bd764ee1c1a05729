package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.UnitCheck;
import jp.renkei.warehouse.definition.DefinitionException;

/** Checks files as a run would, against the registers of a landing folder, without storing. */
public final class SubmissionCheck {
  private final Registers registers;
  private final QuestionnaireCatalog questionnaires = QuestionnaireCatalog.load();

  private SubmissionCheck(Registers registers) {
    this.registers = registers;
  }

  /** Reads the registers and rounds of a landing folder; a missing one knows nobody. */
  public static SubmissionCheck against(Path landing) {
    var rows = new HashMap<String, List<RegisterRows.Row>>();
    var rounds = new TreeMap<String, String>();
    try {
      for (var register : RegisterFile.ALL) {
        Path file = landing.resolve(register.path());
        if (Files.exists(file)) {
          var csv = CsvFile.read(register.path(), Files.readAllBytes(file));
          rows.put(register.table().name().toString(), RegisterRows.read(register, csv).rows());
        }
      }
      Path folder = landing.resolve("rounds");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
            String text = Files.readString(file);
            if (isRound(file, text)) {
              rounds.put("rounds/" + file.getFileName(), text);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SubmissionCheck(new Registers(rows, rounds));
  }

  private static boolean isRound(Path file, String text) {
    try {
      return !SurveyRound.parse(file.toString(), text).roundId().isEmpty();
    } catch (DefinitionException e) {
      // The round file has its own check; answers to it will be told that the round is unknown.
      return false;
    }
  }

  /** Everything wrong with a file: a register or roadmap file by its name, else a survey file. */
  public List<Problem> problems(Path file) throws IOException {
    String name = file.toString();
    var tooLarge = CsvFile.tooLarge(name, Files.size(file));
    if (tooLarge.isPresent()) {
      return List.of(tooLarge.get());
    }
    byte[] content = Files.readAllBytes(file);
    String inLanding = file.toAbsolutePath().getParent().getFileName() + "/" + file.getFileName();
    if (inLanding.startsWith("rounds/")) {
      return roundProblems(name, file);
    }
    var register = RegisterFile.at(inLanding);
    if (register.isPresent()) {
      return RegisterRows.read(register.get(), CsvFile.read(name, content)).problems();
    }
    var answers = AnswerFile.read(name, content);
    var problems = new ArrayList<>(answers.problems());
    answers
        .units()
        .forEach(unit -> problems.addAll(UnitCheck.of(unit, questionnaires, registers).problems()));
    return problems;
  }

  private static List<Problem> roundProblems(String name, Path file) throws IOException {
    try {
      var round = SurveyRound.parse(name, Files.readString(file));
      return file.endsWith(round.roundId() + ".yaml")
          ? List.of()
          : List.of(RegisterProblems.wrongRoundName(name, round));
    } catch (DefinitionException e) {
      return List.of(RegisterProblems.unreadable(name, e));
    }
  }
}
