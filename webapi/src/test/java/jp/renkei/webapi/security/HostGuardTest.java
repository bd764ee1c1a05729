package jp.renkei.webapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:7070", "127.0.0.1", "127.0.0.1:1", "[::1]:7070"})
  void knowsItsOwnNames(String host) {
    assertThat(HostGuard.isOwnName(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "evil.example", "localhost.evil.example", "evil.example:7070", "192.0.2.1"})
  void knowsNoOthers(String host) {
    assertThat(HostGuard.isOwnName(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void listensOnThisMachineOnly(String host) {
    assertThat(HostGuard.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", " "})
  void refusesEveryOtherAddress(String host) {
    assertThat(HostGuard.isLoopback(host)).isFalse();
  }
}
