package jp.renkei.jobs.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.release.FiguresDifferException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The commands that write the warehouse; {@code ./renkei} starts them. */
@Command(
    name = "renkei",
    mixinStandardHelpOptions = true,
    description = "Renkei (連携): measures API linkage of credit-card data.",
    subcommands = {
      RunCommand.class,
      SampleCommand.class,
      CheckCommand.class,
      SummarizeCommand.class,
      ReleaseCommand.class,
      QualityCommand.class,
      TemplateCommand.class,
      DeskCommand.class,
      RoundCommand.class,
      EmptyJobCommand.class,
      FormWorldCommand.class,
      ReleaseDepthCommand.class,
      IngestBenchCommand.class,
      DistinctUsersCommand.class
    })
public final class Main {
  /** The data has problems; they are listed, and nothing is half-done. */
  static final int DATA_PROBLEMS = 2;

  private static final int FAULT = 1;
  private static final int USAGE = 64;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    var number = reading(Integer::valueOf, "a whole number such as 12");
    var line =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(
                LocalDate.class, reading(LocalDate::parse, "a date such as 2026-03-31"))
            .registerConverter(Integer.class, number)
            .registerConverter(int.class, number)
            .setParameterExceptionHandler(Main::wrongUsage)
            .setExecutionExceptionHandler(Main::failed);
    // What people type on a page, such as a label, may begin as an option does.
    line.getSubcommands().get("release").setAllowOptionsAsOptionParameters(true);
    return line;
  }

  private static <T> ITypeConverter<T> reading(Function<String, T> reader, String expected) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (DateTimeException | NumberFormatException e) {
        throw new TypeConversionException("found '%s', expected %s.".formatted(text, expected));
      }
    };
  }

  private static int wrongUsage(ParameterException problem, String[] arguments) {
    var err = problem.getCommandLine().getErr();
    err.println(problem.getMessage());
    err.println("See '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return USAGE;
  }

  private static int failed(
      Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
    var err = command.getErr();
    if (problem instanceof DataProblemException) {
      err.println(problem.getMessage());
      return DATA_PROBLEMS;
    }
    if (problem instanceof FiguresDifferException) {
      err.println("二つのエンジンの計算が一致しません。Renkei の不具合か、表に手が加わったものです。次の内容を添えて報告してください。");
      err.println(problem.getMessage());
      return FAULT;
    }
    err.println("This is a fault of Renkei, not of your data. Please report what follows.");
    problem.printStackTrace(err);
    return FAULT;
  }
}
