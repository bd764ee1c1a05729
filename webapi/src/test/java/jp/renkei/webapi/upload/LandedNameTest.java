package jp.renkei.webapi.upload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LandedNameTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  @Test
  void namesTellWhoseFileItIs() {
    var name = LandedName.of("R2026-03", "ISS001", "issuer_survey", SHA);
    assertThat(name.stem()).isEqualTo("R2026-03.ISS001.issuer_survey.0123456789abcdef");
    assertThat(LandedName.parse(name.stem())).contains(name);
  }

  @Test
  void foreignNamesAreNotRead() {
    for (String stem : new String[] {"", "a.b.c", "../a.b.c.0123456789abcdef", "R2026-03_ISS001"}) {
      assertThat(LandedName.parse(stem)).as(stem).isEmpty();
    }
  }

  /** Else one company's id could be written so that it reads as another's. */
  @Property
  void everyIdComesBackAsItWentIn(
      @ForAll @NotBlank @StringLength(max = 30) String round,
      @ForAll @NotBlank @StringLength(max = 30) String respondent,
      @ForAll @NotBlank @StringLength(max = 30) String questionnaire) {
    var name = LandedName.of(whole(round), whole(respondent), whole(questionnaire), SHA);
    assertThat(name.stem()).doesNotContain("/").doesNotContain("\\").doesNotStartWith(".");
    assertThat(LandedName.parse(name.stem())).contains(name);
  }

  /** Half of a surrogate pair is no text of UTF-8. */
  private static String whole(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "x");
  }
}
