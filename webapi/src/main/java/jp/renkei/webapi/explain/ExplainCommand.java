package jp.renkei.webapi.explain;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.renkei.reports.explain.ExplainProblem;
import jp.renkei.reports.explain.Explanation;
import jp.renkei.reports.explain.Explanations;
import jp.renkei.reports.explain.FigureChoice;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.sql.ChosenRelease;
import jp.renkei.webapi.sql.SqlProblem;
import jp.renkei.webapi.sql.TablePrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Leads one figure of a release back to the cells and lines that it was counted from. */
@Command(
    name = "explain",
    description =
        "Where a figure comes from: definition, counted rows, answers with their cells or log counts by file and day,"
            + " and the files with hash, sender and time. The sentences can be read aloud.",
    footer = {
      "",
      "Without --issuer and --agent the figure of the whole industry; with both that of the pair.",
      "Exit codes: 0 done, 2 there is no such figure or release, 64 wrong usage, 1 a fault.",
      "",
      "Examples:",
      "  ./renkei explain --kpi api_adoption_rate --period 2026-03-31",
      "  ./renkei explain --kpi api_success_rate --issuer ISS001 --period 2026-03 --all",
      "  ./renkei explain --kpi linked_account_count --agent AGT001 --slice access_method=API"
          + " --period R2026-03 --json"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int WRONG_DATA = 2;
  private static final int FAULT = 1;
  private static final int MOST_ROWS = 30;

  @Spec private CommandSpec spec;

  // Not the standard options: --version is the definition's here, as in the page's address.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean isHelp;

  @Option(
      names = "--warehouse",
      defaultValue = "./data/warehouse",
      paramLabel = "DIR",
      description = "Folder that holds releases/ (default: ${DEFAULT-VALUE}).")
  private Path warehouse;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Number of the release (default: the newest of any state).")
  private Optional<Integer> release;

  @Option(names = "--kpi", required = true, paramLabel = "ID", description = "The KPI.")
  private String kpi;

  @Option(names = "--issuer", paramLabel = "I", description = "Id of a card issuer.")
  private Optional<String> issuer;

  @Option(names = "--agent", paramLabel = "A", description = "Id of an agent.")
  private Optional<String> agent;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "P",
      description = "2026-03-31, 2026-03, FY2025Q4, FY2025, or a survey round such as R2026-03.")
  private String period;

  @Option(
      names = "--slice",
      paramLabel = "NAME=VALUE",
      description = "A slice, such as access_method=API.")
  private Optional<String> slice;

  @Option(
      names = "--basis",
      paramLabel = "B",
      description = "Where a figure stands on several: GATEWAY_LOG, ISSUER_SUMMARY ...")
  private Optional<String> basis;

  @Option(
      names = {"--version", "--definition-version"},
      paramLabel = "N",
      description = "Version of the definition (default: the newest that there is a figure by).")
  private Optional<Long> version;

  @Option(
      names = "--issuer-basis",
      paramLabel = "then|now",
      defaultValue = "then",
      description =
          "By the issuers of the period, or by today's, whose predecessors' history is theirs"
              + " (default: ${DEFAULT-VALUE}).")
  private String issuerBasis;

  @Option(names = "--all", description = "Every row of the evidence, not the first 30 of a table.")
  private boolean isAll;

  @Option(names = "--json", description = "The explanation with all its evidence as JSON.")
  private boolean isJson;

  @Option(
      names = "--lang",
      paramLabel = "L",
      defaultValue = "ja",
      description = "ja or en (default: ${DEFAULT-VALUE}).")
  private String language;

  @Override
  public Integer call() {
    if (!List.of("ja", "en").contains(language)) {
      throw new ParameterException(
          spec.commandLine(), "--lang: found '" + language + "', expected ja or en.");
    }
    var choice = choice();
    PrintWriter out = spec.commandLine().getOut();
    try {
      var chosen = ChosenRelease.in(warehouse, release);
      Explanation explanation;
      try (var reader = chosen.open(Audience.SECRETARIAT)) {
        explanation = new Explanations(chosen, reader, language.equals("ja")).of(choice);
      }
      if (isJson) {
        out.println(ExplanationJson.of(chosen.id(), explanation));
      } else {
        print(out, explanation);
      }
      out.flush();
      return explanation.isSound() ? 0 : FAULT;
    } catch (SqlProblem | ExplainProblem e) {
      out.flush();
      spec.commandLine().getErr().println(e.getMessage());
      return WRONG_DATA;
    }
  }

  private FigureChoice choice() {
    Optional<FigureChoice.Slice> chosenSlice =
        slice.map(
            text ->
                FigureChoice.Slice.parse(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(),
                                "--slice: found '"
                                    + text
                                    + "', expected NAME=VALUE such as access_method=API.")));
    var chosenBasis =
        IssuerBasis.parse(issuerBasis)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--issuer-basis: found '" + issuerBasis + "', expected then or now."));
    return new FigureChoice(kpi, issuer, agent, period, chosenSlice, basis, version, chosenBasis);
  }

  private void print(PrintWriter out, Explanation explanation) {
    explanation.sentences().forEach(out::println);
    for (var whole : explanation.evidence()) {
      var table = whole.withoutEmptyColumns();
      out.println();
      int more = isAll ? 0 : Math.max(0, table.rows().size() - MOST_ROWS);
      out.println("■ " + table.title());
      try {
        TablePrinter.print(
            out,
            table.columns(),
            table.numeric(),
            table.rows().subList(0, table.rows().size() - more));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (more > 0) {
        out.println(
            language.equals("ja")
                ? "ほか " + more + " 行（--all か --json で全部を示します）"
                : more + " more rows (--all or --json shows them)");
      }
    }
  }
}
