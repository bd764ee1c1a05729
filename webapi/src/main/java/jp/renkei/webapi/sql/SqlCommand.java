package jp.renkei.webapi.sql;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.renkei.warehouse.release.Audience;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one SQL statement on a release and prints its rows. */
@Command(
    name = "sql",
    description = "Runs one SQL statement on a release's file (DuckDB, read-only).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 done, 2 the SQL is wrong or there is no such release, 64 wrong usage, 1 a fault.",
      "",
      "Example:",
      "  ./renkei sql \"select kpi_id, period_start, value from gold.kpi_value"
          + " where entity_level = 'ALL' and slice is null\"",
      "  ./renkei sql --format excel --file notebooks-sql/explore/conflicts.sql > conflicts.csv"
    })
public final class SqlCommand implements Callable<Integer> {
  private static final int WRONG_DATA = 2;

  @Spec private CommandSpec spec;

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

  @Option(
      names = "--audience",
      defaultValue = "secretariat",
      paramLabel = "A",
      description =
          "Whose file: public, issuer_association, agent_association or secretariat (default: ${DEFAULT-VALUE}).")
  private String audience;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "table, csv, excel (CSV that Excel opens) or json (default: table).")
  private Optional<String> format;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean isJson;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Statement statement;

  /** The SQL itself or the file that holds it. */
  private static final class Statement {
    @Parameters(paramLabel = "SQL", description = "One reading statement.")
    private String text;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "File that holds one reading statement.")
    private Path file;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RowPrinter printer = printer(out);
    Audience whose = audience();
    try {
      var query = SingleQuery.of(sql());
      try (var reader = ChosenRelease.in(warehouse, release).open(whose)) {
        QueryRun.print(reader, whose, query, printer);
      }
    } catch (SqlProblem e) {
      out.flush();
      spec.commandLine().getErr().println(e.getMessage());
      return WRONG_DATA;
    }
    out.flush();
    return 0;
  }

  private String sql() {
    if (statement.file == null) {
      if (statement.text.matches("--?[A-Za-z][^\\s]*")) {
        throw new ParameterException(
            spec.commandLine(),
            "Unknown option '" + statement.text + "'. See: ./renkei sql --help");
      }
      return statement.text;
    }
    try {
      return Files.readString(statement.file);
    } catch (IOException e) {
      throw new SqlProblem(
          "SQLのファイル " + statement.file + " を読めません。場所と文字コード（UTF-8）を確かめてください。",
          "Cannot read SQL file " + statement.file + ": " + e.getMessage() + ".");
    }
  }

  private RowPrinter printer(PrintWriter out) {
    String wanted = isJson ? "json" : format.orElse("table").toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "table" -> new TablePrinter(out);
      case "csv" -> CsvPrinter.forPrograms(out);
      case "excel" -> CsvPrinter.forExcel(out);
      case "json" -> new JsonPrinter(out);
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "--format: found '" + wanted + "', expected table, csv, excel or json.");
    };
  }

  private Audience audience() {
    try {
      return Audience.of(audience);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--audience: " + e.getMessage());
    }
  }
}
