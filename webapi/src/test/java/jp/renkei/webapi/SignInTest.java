package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import jp.renkei.webapi.security.PasswordHash;
import jp.renkei.webapi.security.Role;
import jp.renkei.webapi.security.User;
import jp.renkei.webapi.security.UserFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may sign in, what a session is worth, and what no other site can do with it. */
class SignInTest {
  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    var warehouse =
        new SampleWarehouse(folder.resolve("warehouse")).release(1).publish(1, "第1回").release(2);
    server = new RunningServer(warehouse.store(), Audience.PUBLIC, places());
  }

  private static WebPlaces places() {
    return new WebPlaces(folder.resolve("landing"), folder.resolve("users.yaml"), List.of());
  }

  @BeforeEach
  void writeUsers() {
    SampleUsers.write(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static VisitorClient as(String name) {
    return VisitorClient.signedIn(server, name, SampleUsers.PASSWORD);
  }

  @Test
  void cookieIsForThisSiteAndNoScript() {
    var visitor = new VisitorClient(server);
    var answer = visitor.signIn("clerk", SampleUsers.PASSWORD);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .matches("renkei-session=[0-9a-f]{64};.*")
                    .contains("Path=/", "HttpOnly", "SameSite=Strict")
                    .doesNotContain("Expires", "Max-Age", "Domain"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void signingInGivesANewSessionWhateverCookieCame() {
    var visitor = as("clerk");
    String first = visitor.cookie("renkei-session");
    visitor.post(
        "/sign-in",
        Map.of("token", visitor.token("/"), "name", "keeper", "password", SampleUsers.PASSWORD));
    assertThat(visitor.cookie("renkei-session")).isNotEmpty().isNotEqualTo(first);
    assertThat(server.get("/surveys", "Cookie", "renkei-session=" + first).body())
        .doesNotContain("clerk");
  }

  @Test
  void wrongPasswordAndUnknownNameReadAlike() {
    var wrong = new VisitorClient(server).signIn("clerk", "wrong password!");
    var unknown = new VisitorClient(server).signIn("nobody", "wrong password!");
    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(stable(wrong).replace("clerk", "nobody")).isEqualTo(stable(unknown));
    assertThat(wrong.body())
        .contains("利用者名かパスワードが違います")
        .contains("aria-describedby=\"sign-in-problem\"");
  }

  private static String stable(HttpResponse<String> page) {
    return page.body().replaceAll("[0-9a-f]{64}", "");
  }

  @Test
  void guessingIsHeldOffEvenWithTheRightPasswordThen() {
    for (int i = 0; i < 10; i++) {
      assertThat(new VisitorClient(server).signIn("guessed", "guess number " + i).statusCode())
          .isEqualTo(401);
    }
    assertThat(new VisitorClient(server).signIn("guessed", SampleUsers.PASSWORD).statusCode())
        .isEqualTo(429);
    assertThat(new VisitorClient(server).signIn("keeper", SampleUsers.PASSWORD).statusCode())
        .isEqualTo(303);
  }

  @Test
  void formsFromOtherSitesAndWithoutTokenAreRefused() {
    var visitor = as("clerk");
    String token = visitor.token("/");
    var good = Map.of("token", token);
    for (String origin : List.of("https://evil.example", "null", "", "http://127.0.0.1:1")) {
      assertThat(visitor.post("/sign-out", good, origin).statusCode()).as(origin).isEqualTo(403);
    }
    for (String other : List.of("", "0".repeat(64), as("clerk").token("/"))) {
      assertThat(visitor.post("/sign-out", Map.of("token", other)).statusCode())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/").body()).contains("clerk");
    assertThat(visitor.post("/sign-out", good).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/").body()).doesNotContain("clerk");
  }

  @Test
  void signInFormOfAnotherBrowserIsRefused() {
    var visitor = new VisitorClient(server);
    visitor.get("/sign-in");
    String strange = new VisitorClient(server).token("/sign-in");
    var answer =
        visitor.post(
            "/sign-in",
            Map.of("token", strange, "name", "clerk", "password", SampleUsers.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visitor.cookie("renkei-session")).isEmpty();
  }

  @Test
  void whatIsSentWithoutSessionIsSaidNotToBeTaken() {
    var answer = new VisitorClient(server).post("/figures", Map.of("comment", "x"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("サインインし直してください", "送った内容は受け付けていません");
  }

  @Test
  void removedUserAndOneWithAnotherPasswordAreOutAtOnce() {
    var clerk = as("clerk");
    var keeper = as("keeper");
    var file = new UserFile(folder.resolve("users.yaml"));
    var users = new ArrayList<>(file.read());
    users.removeIf(user -> user.name().equals("clerk") || user.name().equals("keeper"));
    users.add(
        new User(
            "keeper", Role.ADMIN, List.of(), PasswordHash.of("another password".toCharArray())));
    file.write(users);
    assertThat(clerk.get("/").body()).doesNotContain("clerk");
    assertThat(keeper.get("/").body()).doesNotContain("keeper");
    assertThat(new VisitorClient(server).signIn("keeper", "another password").statusCode())
        .isEqualTo(303);
  }

  @Test
  void eachRoleReadsItsAudiencesFile() {
    var clerk = as("clerk").get("/issuers");
    assertThat(clerk.body()).contains("事務局限り", "社名公表の同意なし", "「案」");
    assertThat(as("keeper").get("/issuers").body()).contains("事務局限り");
    for (String name : List.of("shirakaba", "association")) {
      var page = as(name).get("/issuers");
      assertThat(page.body()).as(name).contains(name).doesNotContain("社名公表の同意なし", "「案」");
      assertThat(as(name).get("/issuers?release=2").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void signedInPagesAreKeptByNobody() {
    var clerk = as("clerk");
    var page = clerk.get("/issuers");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("ETag")).isEmpty();
    var shirakaba = as("shirakaba");
    shirakaba.get("/issuers");
    var anybody = server.get("/issuers");
    assertThat(anybody.body()).doesNotContain("clerk", "shirakaba", "事務局限り", "同意なし");
    assertThat(anybody.headers().firstValue("Vary").orElseThrow()).contains("Cookie");
    assertThat(shirakaba.get("/issuers").body()).contains("shirakaba").doesNotContain("clerk");
    assertThat(as("keeper").get("/issuers").body()).contains("keeper").doesNotContain("clerk");
    var file = clerk.get("/downloads/kpi_value.csv");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(server.get("/downloads/kpi_value.csv").body()).isNotEqualTo(file.body());
  }

  @Test
  void pagesOfOnesOwnAskToSignInAndLeadBack() {
    var visitor = new VisitorClient(server);
    for (String path : List.of("/upload", "/figures", "/surveys/mail-merge.csv")) {
      var answer = visitor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(VisitorClient.location(answer)).startsWith("/sign-in?to=%2F");
    }
    var goal =
        visitor.post(
            "/sign-in",
            Map.of(
                "token",
                visitor.token("/sign-in"),
                "name",
                "shirakaba",
                "password",
                SampleUsers.PASSWORD,
                "to",
                "/figures"));
    assertThat(VisitorClient.location(goal)).isEqualTo("/figures");
  }

  @Test
  void nobodyIsLedToAnotherSite() {
    for (String goal :
        List.of(
            "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
      var visitor = new VisitorClient(server);
      var answer =
          visitor.post(
              "/sign-in",
              Map.of(
                  "token",
                  visitor.token("/sign-in"),
                  "name",
                  "clerk",
                  "password",
                  SampleUsers.PASSWORD,
                  "to",
                  goal));
      assertThat(VisitorClient.location(answer)).as(goal).isEqualTo("/sign-in");
    }
  }

  @Test
  void rolesKeepToTheirPages() {
    var shirakaba = as("shirakaba");
    assertThat(shirakaba.get("/surveys/mail-merge.csv").statusCode()).isEqualTo(403);
    assertThat(shirakaba.get("/upload/form?round=R&questionnaire=q&respondent=ISS002").statusCode())
        .isEqualTo(403);
    assertThat(as("clerk").get("/figures").statusCode()).isEqualTo(403);
    assertThat(as("association").get("/upload").statusCode()).isEqualTo(403);
    assertThat(as("association").get("/figures").statusCode()).isEqualTo(403);
  }

  @Test
  void withoutUsersThePageSaysSo() throws Exception {
    Files.delete(folder.resolve("users.yaml"));
    assertThat(server.get("/sign-in").body())
        .contains("サインインはできません", "./renkei user add")
        .doesNotContain("type=\"password\"");
  }

  @Test
  void behindTlsTheCookieIsSecureAndBoundToItsHost() {
    var config =
        new WebConfig(
            Audience.PUBLIC,
            8,
            Optional.empty(),
            Optional.of(URI.create("https://renkei.example")));
    try (var behind =
        new RunningServer(
            new SampleWarehouse(folder.resolve("warehouse")).store(), config, places())) {
      var page = behind.get("/sign-in");
      String form = page.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(form).startsWith("__Host-renkei-form=").contains("Secure");
      var answer =
          behind.form(
              "/sign-in",
              "token=%s&name=clerk&password=%s"
                  .formatted(VisitorClient.tokenOf(page.body()), "correct+horse+battery"),
              "Origin",
              "https://renkei.example",
              "Cookie",
              form.replaceFirst(";.*", ""));
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("__Host-renkei-session=")
          .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
    }
  }
}
