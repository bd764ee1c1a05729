package jp.renkei.jobs.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.renkei.jobs.run.Sessions;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The least that a Spark job with a Delta table can be: the yardstick of {@code
 * jobs/bench/survey-run}, started as every job is.
 */
@Command(
    name = "empty-job",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Opens a session, appends a row to a Delta table, reads the table back.",
    footer = {"", "Example: ./renkei bench empty-job target/empty-table"})
final class EmptyJobCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The table's folder.")
  Path folder;

  @Override
  public Integer call() throws IOException {
    var schema = new StructType().add("id", DataTypes.LongType).add("name", DataTypes.StringType);
    try (var spark = Sessions.open("local[*]")) {
      spark
          .createDataFrame(List.of(RowFactory.create(1L, "one")), schema)
          .write()
          .format("delta")
          .mode("append")
          .save(folder.toString());
      int rows = spark.read().format("delta").load(folder.toString()).collectAsList().size();
      spec.commandLine().getOut().println(rows + " rows");
      return 0;
    }
  }
}
