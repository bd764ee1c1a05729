package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may not leave the secretariat says so; what the public does not see is said to be absent.
 */
class SecretariatPagesTest {
  private static final String BANNER = "事務局限り：社名の公表に同意していない会社を含みます";
  private static final String NO_CONSENT = "社名公表の同意なし</span>";

  @TempDir private static Path folder;
  private static RunningServer open;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    var warehouse = new SampleWarehouse(folder).release(1).publish(1, "第2回検討会");
    open = new RunningServer(warehouse.store(), Audience.PUBLIC);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    open.close();
    secretariat.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/issuers",
        "/issuers/ISS001",
        "/roadmap",
        "/policy",
        "/definitions",
        "/releases",
        "/quality",
        "/downloads",
        "/charts/contract_rate",
        "/no-such-page",
        "/?release=99"
      })
  void everyPageOfTheSecretariatHasTheBanner(String path) {
    assertThat(secretariat.get(path).body()).contains(BANNER);
    assertThat(secretariat.get(path + (path.contains("?") ? "&" : "?") + "lang=en").body())
        .contains("For the secretariat only");
    assertThat(open.get(path).body()).doesNotContain("事務局限り");
  }

  @Test
  void companyWithoutConsentIsMarked() {
    assertThat(secretariat.get("/issuers").body())
        .contains("全てのカード会社を掲載します", "架空カード03株式会社")
        .doesNotContain("同意したカード会社だけを掲載")
        .containsOnlyOnce(NO_CONSENT);
    assertThat(secretariat.get("/issuers/ISS003").body())
        .contains(NO_CONSENT, "この会社は社名の公表に同意していません");
    assertThat(secretariat.get("/issuers/ISS001").body()).doesNotContain(NO_CONSENT);
    assertThat(open.get("/issuers").body()).contains("同意したカード会社だけを掲載").doesNotContain(NO_CONSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/downloads/renkei.xlsx",
        "/downloads/kpi_value.csv",
        "/charts/contract_rate.csv",
        "/charts/contract_rate.xlsx",
        "/charts/contract_rate.svg",
        "/charts/contract_rate.png",
        "/charts/contract_rate.json"
      })
  void fileIsNamedAfterItsAudience(String path) {
    String stem = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    String ending = path.substring(path.lastIndexOf('.'));
    assertThat(name(secretariat, path))
        .endsWith("; filename=\"" + stem + "-release1-secretariat" + ending + "\"");
    assertThat(name(open, path)).endsWith("; filename=\"" + stem + "-release1" + ending + "\"");
  }

  private static String name(RunningServer server, String path) {
    return server.bytes(path).headers().firstValue("Content-Disposition").orElseThrow();
  }

  @Test
  void chartOfTheSecretariatIsMarked() {
    assertThat(secretariat.get("/charts/contract_rate.svg").body()).contains("【事務局限り】");
    assertThat(open.get("/charts/contract_rate.svg").body()).doesNotContain("事務局限り");
  }

  @Test
  void publicPageOfACompanySaysWhatIsNotPublic() {
    assertThat(open.get("/issuers/ISS001").body())
        .contains("個人 1", "商品ラインごとの発行枚数は公表していません", "相手先（電代業者）ごとの契約と接続の状況は公表していません")
        .doesNotContain("ISS001-P1");
    assertThat(secretariat.get("/issuers/ISS001").body())
        .contains("架空ゴールドカード")
        .doesNotContain("公表していません");
  }
}
