package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.webapi.fixture.SampleWarehouse;
import jp.renkei.webapi.security.UserFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and messages of the commands. */
class CommandLineTest {
  @TempDir private Path folder;

  private record Run(int exitCode, String out, String err) {}

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : java.util.List.of("serve", "sql", "explain", "user")) {
      var help = run(command, "--help");
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).containsPattern("Examples?:").contains("./renkei " + command);
    }
  }

  @Test
  void wrongUsageIs64() {
    assertThat(run().exitCode()).isEqualTo(64);
    assertThat(run("serve", "--prot", "1").exitCode()).isEqualTo(64);
    assertThat(run("serve", "--port", "abc").exitCode()).isEqualTo(64);
    assertThat(run("serve", "--config", folder.resolve("none.yaml").toString()).exitCode())
        .isEqualTo(64);
    assertThat(run("sql").exitCode()).isEqualTo(64);
    assertThat(run("sql", "--format", "xml", "select 1").exitCode()).isEqualTo(64);
    assertThat(run("sql", "--audience", "press", "select 1").exitCode()).isEqualTo(64);
  }

  @Test
  void secretariatsPagesStayOnThisMachine() throws IOException {
    Path config = Files.writeString(folder.resolve("web.yaml"), "audience: secretariat\n");
    for (String host : java.util.List.of("0.0.0.0", "192.0.2.1", "")) {
      var run = run("serve", "--config", config.toString(), "--host", host, "--port", "0");
      assertThat(run.exitCode()).as(host).isEqualTo(64);
      assertThat(run.err()).contains("--host", "no log-in", "この端末").doesNotContain("\tat ");
    }
  }

  @Test
  void usersAreAddedListedAndRemoved() {
    String users = folder.resolve("users.yaml").toString();
    assertThat(
            user("correct horse battery", "add", "--users", users, "--name", "shirakaba", "--role")
                .exitCode())
        .isEqualTo(64);
    var added =
        user(
            "correct horse battery\n",
            "add",
            "--users",
            users,
            "--name",
            "shirakaba",
            "--role",
            "respondent",
            "--respondent",
            "ISS001");
    assertThat(added.exitCode()).as(added.err()).isZero();
    assertThat(user("", "list", "--users", users).out())
        .isEqualTo("shirakaba\trespondent\tISS001" + System.lineSeparator());
    assertThat(
            new UserFile(Path.of(users))
                .read()
                .get(0)
                .password()
                .isOf("correct horse battery".toCharArray()))
        .isTrue();
    assertThat(
            user("x".repeat(20), "add", "--users", users, "--name", "shirakaba", "--role", "admin")
                .err())
        .contains("already", "--replace");
    assertThat(user("short", "add", "--users", users, "--name", "b", "--role", "admin").err())
        .contains("12 to 200 characters");
    assertThat(user("", "remove", "--users", users, "--name", "nobody").exitCode()).isEqualTo(64);
    assertThat(user("", "remove", "--users", users, "--name", "shirakaba").exitCode()).isZero();
    assertThat(user("", "list", "--users", users).out()).isEmpty();
  }

  @Test
  void passwordsDoNotCrossANetworkInTheClear() throws IOException {
    String users = folder.resolve("users.yaml").toString();
    var missing = run("serve", "--users", users, "--port", "0");
    assertThat(missing.exitCode()).isEqualTo(64);
    assertThat(missing.err()).contains("there is no file", "./renkei user add");
    user("correct horse battery", "add", "--users", users, "--name", "a", "--role", "secretariat");
    var open = run("serve", "--users", users, "--host", "0.0.0.0", "--port", "0");
    assertThat(open.exitCode()).isEqualTo(64);
    assertThat(open.err()).contains("public_address", "in the clear").doesNotContain("\tat ");
    Files.setPosixFilePermissions(
        Path.of(users), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("serve", "--users", users, "--port", "0").err()).contains("chmod 600");
  }

  private static Run user(String input, String... arguments) {
    var standardInput = System.in;
    System.setIn(
        new java.io.ByteArrayInputStream(input.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    try {
      var all = new java.util.ArrayList<>(java.util.List.of("user"));
      all.addAll(java.util.List.of(arguments));
      return run(all.toArray(String[]::new));
    } finally {
      System.setIn(standardInput);
    }
  }

  @Test
  void takenPortIsSaidPlainly() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var run = run("serve", "--warehouse", folder.toString(), "--port", "" + taken.getLocalPort());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("使用中", "Choose another --port").doesNotContain("\tat ");
    }
  }

  @Test
  void tableCountsFullWidthCharactersTwice() {
    var run =
        sql(
            "select name_ja, cards_issued from silver.issuer where issuer_id <= 'ISS002' order by 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .containsExactly(
            "name_ja              | cards_issued",
            "---------------------+-------------",
            "架空カード01株式会社 |       100000",
            "架空カード02株式会社 |       400000",
            "(2 rows)");
  }

  @Test
  void sameRowsAsCsvAndJson() {
    String query = "select 'a,\"b' as t, 1.5::double as v, null as n, ['x'] as l";
    assertThat(sql(query, "--format", "csv").out())
        .isEqualTo("t,v,n,l\r\n\"a,\"\"b\",1.5,,[x]\r\n");
    assertThat(sql(query, "--json").out())
        .isEqualTo("[\n{\"t\":\"a,\\\"b\",\"v\":1.5,\"n\":null,\"l\":\"[x]\"}\n]\n");
  }

  @Test
  void excelGetsAByteOrderMarkAndNoFormula() {
    assertThat(sql("select '=1+1' as t, -1.5 as v, null as n", "--format", "excel").out())
        .isEqualTo("\uFEFFt,v,n\r\n'=1+1,-1.5,\r\n");
  }

  @Test
  void sqlMayBeginWithAComment() throws IOException {
    String query = "-- how many\nselect 1 as n";
    assertThat(sql(query, "--format", "csv").out()).isEqualTo("n\r\n1\r\n");
    Path file = Files.writeString(folder.resolve("query.sql"), query);
    assertThat(run("sql", "--warehouse", warehouse(), "--format", "csv", "--file", file.toString()))
        .extracting(Run::out)
        .isEqualTo("n\r\n1\r\n");
    assertThat(run("sql", "--warehouse", warehouse(), "--file", folder + "/none.sql").err())
        .contains("none.sql を読めません");
    assertThat(run("sql", "--warehouse", warehouse(), "--formt").exitCode()).isEqualTo(64);
    assertThat(sql(query, "--file", file.toString()).exitCode()).isEqualTo(64);
  }

  @Test
  void newestReleaseOfAnyStateAndAudiencesApart() {
    assertThat(sql("select count(*) as n from silver.issuer", "--format", "csv").out())
        .isEqualTo("n\r\n12\r\n");
    assertThat(
            sql(
                    "select count(*) as n from silver.issuer",
                    "--format",
                    "csv",
                    "--audience",
                    "public")
                .out())
        .isEqualTo("n\r\n11\r\n");
    var hidden = sql("select 1 from gold.linkage_cell", "--audience", "public");
    assertThat(hidden.exitCode()).isEqualTo(2);
    assertThat(hidden.err()).contains("表 gold.linkage_cell は", "--audience secretariat");
  }

  @Test
  void wrongSqlIs2WithTheRemedy() {
    var run = sql("select no_such_column from gold.kpi_value");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("SQLを実行できません", "no_such_column", "describe gold.kpi_value");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void onlyOneReadingStatement() {
    assertThat(sql("select 1; select 2").err()).contains("2個", "one by one");
    assertThat(sql("select ';' as a -- ; \n;").exitCode()).isZero();
    for (String writing :
        java.util.List.of(
            "delete from gold.kpi_value",
            "/* select */ copy gold.kpi_value to 'x.csv'",
            "attach 'x'")) {
      var run = sql(writing);
      assertThat(run.exitCode()).as(writing).isEqualTo(2);
      assertThat(run.err()).as(writing).contains("読み取り専用");
    }
    assertThat(sql("  ").exitCode()).isEqualTo(2);
  }

  @Test
  void missingReleaseNamesTheCommandThatMakesOne() {
    var empty = run("sql", "--warehouse", folder.resolve("empty").toString(), "select 1");
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.err()).contains("公表版がまだありません", "./renkei run");
    assertThat(sql("select 1", "--release", "9").err()).contains("公表版 9 はありません");
  }

  private String warehouse() {
    Path warehouse = folder.resolve("warehouse");
    if (new SampleWarehouse(warehouse).store().newest().isEmpty()) {
      new SampleWarehouse(warehouse).release(1);
    }
    return warehouse.toString();
  }

  private Run sql(String query, String... options) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("sql", "--warehouse"));
    arguments.add(warehouse());
    arguments.addAll(java.util.List.of(options));
    arguments.add(query);
    return run(arguments.toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
