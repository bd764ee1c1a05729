package jp.renkei.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseOptionsTest {
  /** As the page of releases hands over what was typed. */
  @Test
  void aLabelThatLooksLikeAnOptionIsALabel() {
    var parsed =
        Main.commandLine()
            .parseArgs("release", "publish", "1", "--by=keeper", "--label=--by=clerk 第2回検討会")
            .subcommand()
            .subcommand();
    assertThat(parsed.matchedOptionValue("--label", "")).isEqualTo("--by=clerk 第2回検討会");
    assertThat(parsed.matchedOptionValue("--by", "")).isEqualTo("keeper");
  }
}
