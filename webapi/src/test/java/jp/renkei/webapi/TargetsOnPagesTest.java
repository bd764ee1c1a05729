package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far targets are reached, on the overview and as data; for the secretariat only. */
class TargetsOnPagesTest {
  @TempDir private static Path folder;
  private static RunningServer open;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    var warehouse = new SampleWarehouse(folder).release(1).publish(1, "第2回検討会").release(2);
    open = new RunningServer(warehouse.store(), Audience.PUBLIC);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    open.close();
    secretariat.close();
  }

  @Test
  void overviewShowsHowFarTargetsAreReachedAndWhenTheyWouldBe() {
    String page = secretariat.get("/").body();
    String targets = page.substring(page.indexOf("<table id=\"targets\""));
    targets = targets.substring(0, targets.indexOf("</table>"));
    assertThat(targets)
        .contains("中間目標", "2026年3月31日", "20.0%", "70.0%", "54.5%", "速報", "69.0%")
        .contains("未達", "説明が必要です（期日を過ぎて未達）", "2026年11月頃", "2026年8月以降（最遅は30年以内に定まらず）")
        .contains("57.5%", "期日前", "2027年9月頃", "2027年2月～2028年10月")
        .doesNotContain("12.3%");
    assertThat(secretariat.get("/?lang=en").body())
        .contains(
            "Targets and achievement",
            "To be explained (Missed by its date)",
            "2027-02 to 2028-10");
  }

  @Test
  void targetsAndTheirProgressAreNotForThePublic() {
    assertThat(open.get("/").body()).doesNotContain("id=\"targets\"", "目標と達成状況");
    assertThat(open.get("/downloads").body()).doesNotContain("kpi_progress");
    assertThat(open.get("/downloads/kpi_progress.csv").statusCode()).isEqualTo(404);
    assertThat(secretariat.get("/downloads").body()).contains("/downloads/kpi_progress.csv");
  }

  @Test
  void targetsAreDataWithEveryLine() {
    assertThat(secretariat.get("/downloads/kpi_progress.csv").body())
        .contains("kpi_id,definition_version,comparability_group,basis,")
        .contains(
            "api_adoption_rate,1,api_adoption_rate/1/SURVEY/old,SURVEY,POINT,TARGET,2028-03-31,0.8,");
  }
}
