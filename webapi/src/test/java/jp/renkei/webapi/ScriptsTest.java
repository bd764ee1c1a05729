package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the Maven wrapper on machines that lack things; programs are stand-ins. */
class ScriptsTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sed",
          "sort",
          "head",
          "tail",
          "mkdir",
          "mv",
          "rm",
          "mktemp",
          "sha512sum",
          "tar",
          "gzip",
          "env",
          "cat",
          "dirname",
          "readlink",
          "locale",
          "awk",
          "du",
          "cut",
          "git");

  @TempDir private Path folder;
  private Path programs;

  /** What a script came to, with all that it said. */
  private record Ended(int code, String said) {}

  @BeforeEach
  void provideTools() throws IOException {
    programs = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Path found = Path.of("/usr/bin", tool);
      if (Files.exists(found)) {
        program(tool, "exec " + found + " \"$@\"");
      }
    }
    program("id", "echo 0");
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(programs).resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended ends(Map<String, String> variables, Path script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder, "said", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().putAll(variables);
    var process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    return new Ended(process.exitValue(), Files.readString(said));
  }

  private Ended wrapper(Map<String, String> variables) throws Exception {
    return ends(variables, PROJECT.resolve("mvnw"), "verify");
  }

  @Test
  void wrapperSaysWhatToInstallWhereThereIsNothing() throws Exception {
    program("mvn", "echo no JDK >&2; exit 1");
    var ended = wrapper(Map.of("MVNW_REPOURL", "file:///nowhere"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains("neither curl nor wget was found")
        .contains("Maven 3.8.6 or newer was not found. Install it");
  }

  @Test
  void wrapperRefusesAnArchiveThatIsNotTheTrueOne() throws Exception {
    program("curl", "echo false > \"${@: -1}\"");
    var ended = wrapper(Map.of("MVNW_REPOURL", "file:///nowhere"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said()).contains("is not the true one (SHA-512); it was not used");
    assertThat(folder.resolve(".m2/wrapper")).isEmptyDirectory();
  }

  @Test
  void wrapperTellsWhyAptFailed() throws Exception {
    program("apt-get", "echo \"E: $DEBIAN_FRONTEND cannot $*\"; exit 100");
    var ended = wrapper(Map.of());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains("E: noninteractive cannot ")
        .contains("apt-get could not install maven")
        .contains("Maven 3.8.6 or newer was not found");
  }

  @Test
  void wrapperLooksAtTheVersionAgainBehindApt() throws Exception {
    program("chmod", "exec /usr/bin/chmod \"$@\"");
    program(
        "apt-get",
        """
        mvn="${BASH_SOURCE[0]%/*}/mvn"
        printf '#!/bin/bash\\necho Apache Maven 3.6.3\\n' >"$mvn"
        chmod +x "$mvn"
        """);
    assertThat(wrapper(Map.of()).said()).contains("the distribution's Maven is older than 3.8.6");
    program("mvn", "echo Apache Maven 3.8.7 $1");
    assertThat(wrapper(Map.of())).isEqualTo(new Ended(0, "Apache Maven 3.8.7 verify\n"));
  }

  @Test
  void demoFindsItsPortTakenBeforeItDoesAnything() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var ended =
          ends(jdk(), PROJECT.resolve("renkei"), "demo", "--port", "" + taken.getLocalPort());
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.said()).contains("ポート " + taken.getLocalPort() + " は使用中です");
    }
    assertThat(ends(jdk(), PROJECT.resolve("renkei"), "demo", "--port", "http").code())
        .isEqualTo(64);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void namesTheCommitOnlyOfItsOwnRepositoryAndSaysWhenItWasChanged() throws Exception {
    Path home = Files.createDirectories(folder.resolve("outer/renkei-copy"));
    Files.copy(PROJECT.resolve("renkei"), home.resolve("renkei"));
    Files.copy(PROJECT.resolve("pom.xml"), home.resolve("pom.xml"));
    for (String module : List.of("jobs", "webapi")) {
      Files.createDirectories(home.resolve(module + "/target"));
      Files.writeString(home.resolve(module + "/target/classpath.txt"), "");
    }
    Files.writeString(home.resolve(".gitignore"), "target/\n");
    repository(home.getParent());
    assertThat(commit(home)).isEqualTo("unknown");
    repository(home);
    assertThat(commit(home)).matches("[0-9a-f]{12}");
    Files.writeString(
        home.resolve("pom.xml"), "<!-- changed -->\n" + Files.readString(home.resolve("pom.xml")));
    assertThat(commit(home)).matches("[0-9a-f]{12}-dirty");
  }

  private void repository(Path home) throws Exception {
    program(
        "make-repository",
        """
        set -e
        cd "$1"
        git init -q
        git add .
        git -c user.name=a -c user.email=a@example.jp commit -qm a
        """);
    var ended = ends(Map.of(), programs.resolve("make-repository"), home.toString());
    assertThat(ended.code()).as(ended.said()).isZero();
  }

  private String commit(Path home) throws Exception {
    var ended = ends(jdk(), home.resolve("renkei"), "release", "list");
    assertThat(ended.code()).as(ended.said()).isZero();
    return ended
        .said()
        .lines()
        .filter(line -> line.startsWith("-Drenkei.commit="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse(ended.said());
  }

  /** A JDK that prints its arguments, for a launcher that finds everything built. */
  private Map<String, String> jdk() throws IOException {
    Path tools = programs;
    programs = folder.resolve("jdk/bin");
    program("javac", "");
    program(
        "java",
        "[ \"$1\" != -version ] || { echo 'openjdk version \"17.0.1\"'; exit; }; printf '%s\\n' \"$@\"");
    programs = tools;
    return Map.of("RENKEI_JAVA_HOME", folder.resolve("jdk").toString(), "RENKEI_BUILT", "yes");
  }
}
