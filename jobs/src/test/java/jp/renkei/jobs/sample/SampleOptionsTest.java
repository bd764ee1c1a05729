package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleOptionsTest {

  @Test
  void defaultsToTheWorldOfTheHandbook() {
    SampleOptions options = SampleOptions.defaults();
    assertThat(options.issuers()).isEqualTo(40);
    assertThat(options.agents()).isEqualTo(20);
    assertThat(options.months()).isEqualTo(18);
    assertThat(options.logLines()).isEqualTo(200_000);
  }

  @Test
  void refusesWhatIsOutOfRangeAndSaysTheRange() {
    assertThatThrownBy(() -> new SampleOptions(1, 2, 2, 1, 100))
        .hasMessage("Cannot make a sample world: issuers is 2, expected 3 to 400");
    assertThatThrownBy(() -> new SampleOptions(1, 3, 201, 1, 100))
        .hasMessage("Cannot make a sample world: agents is 201, expected 2 to 200");
    assertThatThrownBy(() -> new SampleOptions(1, 3, 2, 0, 100))
        .hasMessage("Cannot make a sample world: months is 0, expected 1 to 60");
    assertThatThrownBy(() -> new SampleOptions(1, 3, 2, 1, 99))
        .hasMessage("Cannot make a sample world: logLines is 99, expected 100 to 100000000");
  }
}
