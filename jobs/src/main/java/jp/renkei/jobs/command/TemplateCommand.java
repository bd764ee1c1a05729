package jp.renkei.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.desk.BlankForms;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyRound;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Writes blank forms (調査票の様式) as workbooks, one per respondent and round.",
    footer = {
      "",
      "The form holds the respondent's identity, its product lines and counterparties of the register, and",
      "what it answered in the last round. An existing file is not overwritten.",
      "",
      "Examples:",
      "  ./renkei template --questionnaire issuer_survey --respondent ISS001 --reference-date 2026-03-31 --out ISS001.xlsx",
      "  ./renkei template --questionnaire issuer_survey --all --round R2026-03 --out forms/"
    })
final class TemplateCommand implements Callable<Integer> {
  private static final int PROGRESS_STEP = 20;

  @Spec CommandSpec spec;

  @Option(
      names = "--questionnaire",
      paramLabel = "ID",
      required = true,
      description = "issuer_survey or agent_survey.")
  String questionnaire;

  @ArgGroup(multiplicity = "1")
  Respondents respondents;

  @ArgGroup(multiplicity = "1")
  Round round;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The workbook to write; with --all the folder.")
  Path out;

  @Mixin LandingOption landing;

  /** For whom. */
  static final class Respondents {
    @Option(names = "--respondent", paramLabel = "ID", description = "For one respondent.")
    Optional<String> one = Optional.empty();

    @Option(names = "--all", description = "For everybody whom the round asks.")
    boolean all;
  }

  /** Of which round. */
  static final class Round {
    @Option(
        names = "--reference-date",
        paramLabel = "DATE",
        description = "Of the round with this 基準日, YYYY-MM-DD.")
    Optional<LocalDate> referenceDate = Optional.empty();

    @Option(names = "--round", paramLabel = "ID", description = "Of this round.")
    Optional<String> id = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    var surveys = new LandedSurveys(landing.existing());
    var catalog = QuestionnaireCatalog.load();
    if (!catalog.knows(questionnaire)) {
      throw new ParameterException(
          spec.commandLine(),
          "--questionnaire: found '%s', expected issuer_survey or agent_survey."
              .formatted(questionnaire));
    }
    var asked = round(surveys);
    var forms = new BlankForms(surveys, catalog);
    var answers = spec.commandLine().getOut();
    if (respondents.all) {
      all(forms, asked, surveys, catalog, answers);
    } else {
      var form = forms.of(asked, questionnaire, respondents.one.orElseThrow());
      write(out, form.content());
      answers.println(out + " を作成しました。記入後は、提出画面か landing/surveys に置いて提出してください。");
    }
    return 0;
  }

  private void all(
      BlankForms forms,
      SurveyRound asked,
      LandedSurveys surveys,
      QuestionnaireCatalog catalog,
      PrintWriter answers)
      throws IOException {
    Files.createDirectories(out);
    var side = catalog.newest(questionnaire).orElseThrow().respondents();
    var frame = surveys.registers().frame(asked, side);
    int written = 0;
    for (var respondent : frame) {
      var form = forms.of(asked, questionnaire, respondent);
      write(out.resolve(form.fileName()), form.content());
      written++;
      if (System.console() != null && written % PROGRESS_STEP == 0) {
        spec.commandLine().getErr().printf("  %d / %d%n", written, frame.size());
      }
    }
    answers.printf("%s に %d 者分の様式を作成しました。%n", out, written);
  }

  private SurveyRound round(LandedSurveys surveys) {
    var rounds = surveys.registers().rounds();
    return rounds.stream()
        .filter(
            each ->
                round.id.map(each.roundId()::equals).orElse(true)
                    && round.referenceDate.map(each.referenceDate()::equals).orElse(true))
        .findFirst()
        .orElseThrow(
            () ->
                new DataProblemException(
                    "その調査回は %s/rounds にありません。あるのは %s です。"
                        .formatted(landing.folder, RoundCommand.names(rounds)),
                    "Cannot find the round in %s/rounds; there are: %s."
                        .formatted(landing.folder, RoundCommand.names(rounds))));
  }

  private static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file)) {
      throw new DataProblemException(
          file + " は既にあります。別の名前を指定するか、先に移してください。",
          "Cannot write " + file + ": it exists already. Choose another name, or move it first.");
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.write(file, content);
  }
}
