package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
  @TempDir Path folder;

  @Test
  void isMadeOnceBesideTheWarehouseForItsOwnerOnly() throws IOException {
    Path warehouse = folder.resolve("data/warehouse");
    var made = PseudonymKey.of(warehouse, Map.of());
    Path file = folder.resolve("data/warehouse.key");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PseudonymKey.of(warehouse, Map.of()).of("ISS1").of("user"))
        .isEqualTo(made.of("ISS1").of("user"));
  }

  @Test
  void givesOneUserOfTwoIssuersTwoNames() {
    var key = PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");
    assertThat(key.of("ISS1").of("user").toStringUsingUTF8()).matches("[0-9a-f]{32}");
    assertThat(key.of("ISS1").of("user"))
        .isEqualTo(key.of("ISS1").of("user"))
        .isNotEqualTo(key.of("ISS2").of("user"))
        .isNotEqualTo(key.of("ISS1").of("User"));
  }

  @Test
  void isTakenFromTheEnvironment() {
    var given =
        PseudonymKey.of(
            folder.resolve("warehouse"),
            Map.of(PseudonymKey.VARIABLE, "00112233445566778899aabbccddeeff"));
    assertThat(given.of("ISS1").of("user"))
        .isEqualTo(
            PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff")
                .of("ISS1")
                .of("user"));
    assertThat(folder.resolve("warehouse.key")).doesNotExist();
  }

  @Test
  void refusesAShortOrGarbledKey() {
    assertThatThrownBy(() -> PseudonymKey.ofHexadecimal("K", "0011"))
        .hasMessage("Cannot read the pseudonym key: K has 2 bytes, expected at least 16.");
    assertThatThrownBy(() -> PseudonymKey.ofHexadecimal("K", "secret"))
        .hasMessageContaining("K is not hexadecimal");
  }
}
