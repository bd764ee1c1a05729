package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibreOfficeTest {
  private static final long SEED = 42;
  @TempDir Path folder;

  @Test
  void savesAnIssuersFormSoThatItReadsTheSame() throws IOException {
    savesSoThatItReadsTheSame(SampleRequests.issuer());
  }

  @Test
  void savesAnAgentsFormSoThatItReadsTheSame() throws IOException {
    savesSoThatItReadsTheSame(SampleRequests.agent(2));
  }

  private void savesSoThatItReadsTheSame(FormRequest request) throws IOException {
    byte[] saved = LibreOffice.converted(folder, FormRoundTripTest.filled(request, SEED), "xlsx");
    assertThat(FormRoundTripTest.read(saved, request))
        .isEqualTo(FormRoundTripTest.expected(request, SEED));
  }

  @Test
  void printsAFormWithoutEmptyPages() throws IOException {
    FormRequest request = SampleRequests.issuer(3, List.of());
    byte[] pdf = LibreOffice.converted(folder, BlankForm.write(request), "pdf");
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    int sheets = 2 + SheetPlan.of(request).size();
    int pages = text.split("/Type\\s*/Page[^s]", -1).length - 1;
    assertThat(pages).isBetween(sheets, sheets + 6);
  }
}
