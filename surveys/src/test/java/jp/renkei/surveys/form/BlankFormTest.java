package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BlankFormTest {
  @Test
  void isTheSameForTheSameRequest() throws IOException {
    byte[] form = BlankForm.write(SampleRequests.issuer());
    Files.write(Path.of("target", "issuer.xlsx"), form);
    Files.write(Path.of("target", "agent.xlsx"), BlankForm.write(SampleRequests.agent(2)));
    assertThat(BlankForm.write(SampleRequests.issuer())).isEqualTo(form);
  }
}
