package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of one's own figures, a draft's too, and of nobody else's. */
class FiguresTest {
  @TempDir private static Path folder;
  private static FiguresServer server;

  @BeforeAll
  static void start() {
    server = new FiguresServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static VisitorClient as(String name) {
    return server.as(name);
  }

  @Test
  void ownFiguresOfTheDraftAreThereAndNobodyElses() {
    // Of a pair an issuer sees what its log says, an agent what it answered itself.
    var page = as("shirakaba").get("/figures");
    assertThat(page.body())
        .contains("111,111", "888,888", "案・公表前", "第2版", "貴社限り")
        .doesNotContain("222,222", "333,333", "444,444", "555,555", "666,666", "777,777", "999,999")
        .doesNotContain("ISS002");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(as("keyaki").get("/figures").body())
        .contains("222,222", "999,999")
        .doesNotContain(
            "111,111", "333,333", "444,444", "555,555", "666,666", "777,777", "888,888");
    assertThat(as("group").get("/figures").body())
        .contains("333,333", "444,444", "555,555", "AGT001", "ISS003")
        .doesNotContain("111,111", "222,222", "666,666", "777,777", "888,888", "999,999");
  }

  @Test
  void idsInTheAddressChangeNothing() {
    var shirakaba = as("shirakaba");
    String plain = shirakaba.get("/figures").body();
    for (String asked :
        List.of(
            "?respondent=ISS002",
            "?issuer=ISS002&agent=AGT001",
            "?release=1",
            "?respondents=ISS002&saved=x",
            "?respondent=ISS001%27%20or%201=1--")) {
      assertThat(shirakaba.get("/figures" + asked).body())
          .as(asked)
          .contains("111,111")
          .doesNotContain("222,222", "444,444", "555,555");
    }
    assertThat(shirakaba.get("/figures/ISS002").statusCode()).isEqualTo(404);
    assertThat(plain).doesNotContain("架空カード02");
  }

  @Test
  void oneFormIsOpenAtATimeAndHasItsFiguresAddress() {
    var shirakaba = as("shirakaba");
    String closed = shirakaba.get("/figures").body();
    assertThat(closed).doesNotContain("<textarea");
    var addresses =
        Pattern.compile("href=\"(/figures\\?figure=[^#\"]+)#([^\"]+)\"")
            .matcher(closed)
            .results()
            .toList();
    assertThat(addresses).hasSizeGreaterThan(1);
    for (var address : addresses) {
      String open = shirakaba.get(address.group(1)).body();
      assertThat(open.split("<textarea", -1)).as(address.group(1)).hasSize(2);
      assertThat(open).contains("<textarea id=\"comment-" + address.group(2) + "\"", "書かずに戻る");
    }
    assertThat(shirakaba.get("/figures?figure=%22%3E%3Cscript%3E").body())
        .doesNotContain("<textarea", "\"><script>");
  }
}
