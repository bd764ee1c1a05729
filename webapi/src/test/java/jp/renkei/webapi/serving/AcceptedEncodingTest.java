package jp.renkei.webapi.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "*", "identity, *"})
  void namesGzip(String header) {
    assertThat(AcceptedEncoding.isGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip;q=0", "gzip; q=0.000, br", "*;q=0", "gzip;q=0, *", "xgzip"})
  void wantsNoGzip(String header) {
    assertThat(AcceptedEncoding.isGzip(header)).isFalse();
  }
}
