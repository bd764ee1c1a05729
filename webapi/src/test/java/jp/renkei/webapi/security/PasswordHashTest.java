package jp.renkei.webapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void knowsItsPasswordAndNoOther() {
    var hash = PasswordHash.of("correct horse battery".toCharArray());
    assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    var read = PasswordHash.parse(hash.text());
    assertThat(read).isEqualTo(hash);
    assertThat(read.isOf("correct horse battery".toCharArray())).isTrue();
    assertThat(read.isOf("correct horse batterY".toCharArray())).isFalse();
    assertThat(read.isOf(new char[0])).isFalse();
    assertThat(PasswordHash.of("correct horse battery".toCharArray())).isNotEqualTo(hash);
  }

  /**
   * A hash that the reference program of Argon2 wrote: {@code argon2 somesalt -id -t 2 -k 65536}.
   */
  @Test
  void readsWhatOtherProgramsWrite() {
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    byte[] hash = Hex.decode("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    assertThat(new PasswordHash(65_536, 2, 1, salt, hash).isOf("password".toCharArray())).isTrue();
  }

  @Test
  void fullWidthPasswordIsTheSame() {
    assertThat(PasswordHash.of("ｐａｓｓｗｏｒｄ１２３４".toCharArray()).isOf("password1234".toCharArray()))
        .isTrue();
  }

  @Test
  void refusesWhatIsNoHashOrCostsTooMuch() {
    assertThatThrownBy(() -> PasswordHash.parse("password"))
        .hasMessageContaining("no Argon2id hash");
    String costly = PasswordHash.ofNobody().text().replace("m=19456", "m=9999999");
    assertThatThrownBy(() -> PasswordHash.parse(costly)).hasMessageContaining("262144");
    assertThat(PasswordHash.ofNobody().toString()).doesNotContain("$");
  }
}
