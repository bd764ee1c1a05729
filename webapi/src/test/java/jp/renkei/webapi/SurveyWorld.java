package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;

/**
 * A landing folder of the sample world, the true survey desk on it, and a server with users; the
 * release is written by hand, since no test here needs a run.
 */
final class SurveyWorld implements AutoCloseable {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private final Path folder;
  private final RunningServer server;

  SurveyWorld(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    renkei(
        "sample",
        "--out",
        landing().toString(),
        "--issuers",
        "14",
        "--agents",
        "3",
        "--months",
        "1",
        "--log-lines",
        "300");
    var warehouse = new SampleWarehouse(folder.resolve("warehouse")).release(1).publish(1, "第1回");
    server =
        new RunningServer(
            warehouse.store(),
            Audience.PUBLIC,
            new WebPlaces(
                landing(),
                SampleUsers.write(folder),
                command("desk", "--landing", landing().toString())));
  }

  /** Maven has just built it all. */
  private static List<String> command(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "env",
                "RENKEI_BUILT=yes",
                "JAVA_HOME=" + System.getProperty("java.home"),
                PROJECT.resolve("renkei").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void renkei(String... arguments) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    var process =
        new ProcessBuilder(command(arguments))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }

  Path landing() {
    return folder.resolve("landing");
  }

  RunningServer server() {
    return server;
  }

  VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  /** A survey file of the sample world. */
  String survey(String name) throws IOException {
    return Files.readString(landing().resolve("surveys").resolve(name));
  }

  /** The names in a folder of landing, hidden ones too. */
  List<String> names(String below) throws IOException {
    Path folderBelow = landing().resolve(below);
    if (!Files.isDirectory(folderBelow)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folderBelow)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** The same answers an hour later: other bytes, one warning, a correction. */
  String later(String file, String time) throws IOException {
    return survey(file).replaceAll("T[0-9]{2}:[0-9]{2}:[0-9]{2}", "T" + time);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
