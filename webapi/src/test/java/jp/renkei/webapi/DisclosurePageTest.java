package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the rules and counts of suppression. */
class DisclosurePageTest {
  @TempDir private Path folder;

  @Test
  void disclosureTellsTheLimitsAndHowManyRowsTheyTook() {
    try (var server =
        new RunningServer(
            new SampleWarehouse(folder.resolve("suppressed"))
                .release(
                    1,
                    queries -> {
                      queries.execute(
                          "insert into gold.disclosure_rule values ('fewest_respondents', 3, 1)");
                      queries.execute(
                          "insert into gold.suppression_summary values ('gold.kpi_value', 'FEW_RESPONDENTS', 1234, 5678)");
                    })
                .publish(1, "第2回検討会")
                .store(),
            Audience.PUBLIC)) {
      assertThat(server.get("/disclosure").body())
          .contains("公表に必要な回答者の数", "3社以上", "KPI値", "回答者が少ない", "1,234", "5,678");
      assertThat(server.get("/disclosure?lang=en").body())
          .contains("Respondents that a figure needs", "3 or more", "Too few respondents");
    }
  }

  /** A release of before there were rules has neither table, and no state of supplements. */
  @Test
  void aReleaseOfBeforeThereWereRulesStillOpens() {
    try (var server =
        new RunningServer(
            new SampleWarehouse(folder.resolve("older"))
                .release(
                    1,
                    queries -> {
                      queries.execute("drop table gold.disclosure_rule");
                      queries.execute("drop table gold.suppression_summary");
                      queries.execute("alter table gold.kpi_supplement drop column value_state");
                    })
                .publish(1, "第1回検討会")
                .store(),
            Audience.PUBLIC)) {
      for (String page : List.of("/", "/issuers", "/downloads/renkei.xlsx", "/disclosure")) {
        assertThat(server.get(page).statusCode()).as(page).isEqualTo(200);
      }
      assertThat(server.get("/disclosure").body()).contains("秘匿の基準を定める前");
    }
  }
}
