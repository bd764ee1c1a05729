package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a definition: pages show the newest by its name, and both can be read. */
class DefinitionVersionsTest {
  @TempDir private static Path folder;
  private static RunningServer secretariat;

  @BeforeAll
  static void serve() {
    var warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1, DefinitionVersionsTest::secondVersion);
    secretariat = new RunningServer(warehouse.store(), Audience.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    secretariat.close();
  }

  private static void secondVersion(DSLContext queries) {
    queries.execute(
        """
        insert into gold.kpi_definition
        select * replace (2 as definition_version, date '2025-10-01' as valid_from)
        from   gold.kpi_definition where kpi_id = 'two_side_match_rate'""");
    queries.execute(
        """
        insert into gold.kpi_value
        select * replace (2 as definition_version, 23 as numerator, 24 as denominator, 0.958 as value)
        from   gold.kpi_value
        where  kpi_id = 'two_side_match_rate' and period_start = date '2026-03-31' and entity_level = 'ALL'""");
  }

  @Test
  void theCardShowsTheNewestVersionByItsName() {
    String page = secretariat.get("/").body();
    String card = page.substring(page.indexOf("data-kpi=\"two_side_match_rate\""));
    assertThat(card.substring(0, card.indexOf("</li>")))
        .contains("両者一致率［定義第2版］", "95.8%")
        .doesNotContain("86.1%");
  }

  @Test
  void theDefinitionsHaveBoth() {
    assertThat(secretariat.get("/definitions").body())
        .containsOnlyOnce("id=\"two_side_match_rate\"")
        .containsOnlyOnce("id=\"two_side_match_rate-v1\"")
        .contains("両者一致率［定義第2版］", "2025年10月1日");
  }
}
