package jp.renkei.webapi.landing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeTextTest {
  @Test
  void keepsTheLinesOfACommentAndNoOtherControlCharacter() {
    assertThat(FreeText.ofLines(" 一行目 \r\n二行目\r\r\r\n三\t行\u0000目\u2028四 ", 100))
        .isEqualTo("一行目\n二行目\n\n三 行 目\n四");
    assertThat(FreeText.ofLines(null, 100)).isEmpty();
    assertThat(FreeText.ofLines("あ\nい", 2)).isEqualTo("あ");
  }

  @Test
  void putsAReasonOnOneLine() {
    assertThat(FreeText.of("理由\r\n続き", 100)).isEqualTo("理由 続き");
  }
}
