package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.json", "a.log", "a.jsonl.gz", "A.JSON.GZ", "a.Log.Gz"})
  void takesTheEndingsOfLogsInCapitalsOrNot(String name) {
    assertThat(LogName.isLog(name)).isTrue();
    assertThat(LogName.isGzip(name)).isEqualTo(name.length() > 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.gz",
        "a.log.bak",
        "a.tmp",
        "a.jsonl.md5",
        "a.csv",
        "feed.yml",
        "a.log.zip"
      })
  void takesNoOther(String name) {
    assertThat(LogName.isLog(name)).isFalse();
  }
}
