package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A late network list recomputes history, and the run says which figures moved. */
class FigureMovesIT {
  @TempDir Path folder;

  @Test
  void tellWhichFiguresALateNetworkListMoved() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Path networks = world.landing().resolve("register/agent_networks.csv");
    // Whoever was taken for a member who comes by this network is a scraping agent from now on.
    String direct =
        (String)
            world
                .query(
                    "select client_net from silver.access where access_method = 'DIRECT'"
                        + " and route_kind = 'login' and client_net like '%/24' order by all limit 1")
                .get(0)
                .get("client_net");
    String agent =
        (String)
            world.query("select agent_id from silver.agent order by all").get(0).get("agent_id");
    Files.writeString(networks, agent + "," + direct + ",2018-06-01,\n", StandardOpenOption.APPEND);
    var outcome = world.run();
    assertThat(outcome.logs().moves())
        .isNotEmpty()
        .allSatisfy(
            move -> {
              assertThat(move.get("kpi_id"))
                  .isIn(
                      "scraping_share_by_access",
                      "scraping_share_by_fetch",
                      "residual_scraping_count");
              assertThat(move).containsEntry("since_release", 1L);
              assertThat(move).containsEntry("reasons", "NETWORK_LIST");
              assertThat((Double) move.get("new_value"))
                  .isGreaterThanOrEqualTo((Double) move.getOrDefault("old_value", 0.0));
            });
    assertThat(world.query("select count(*) as n from gold.figure_move").get(0).get("n"))
        .isEqualTo(
            world
                .query("select count(*) as n from gold.figure_move where since_release = 1")
                .get(0)
                .get("n"));
    // Asked for later, they still stand; nothing moved since.
    var again = world.run();
    assertThat(again.release()).isEmpty();
    assertThat(again.logs().moves()).isEmpty();
    assertThat(world.query("select * from gold.figure_move")).isNotEmpty();
  }
}
