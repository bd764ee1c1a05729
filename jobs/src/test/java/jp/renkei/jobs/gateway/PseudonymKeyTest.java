package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.gateway.format.AccessLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
  @TempDir Path folder;

  private static String pseudonym(PseudonymKey key, String issuerId, String user) {
    var access = new AccessLine();
    access.user = user;
    var batch = new AccessBatch();
    batch.add(access, 1);
    var pseudonyms = key.of(issuerId);
    pseudonyms.begin(batch);
    return pseudonyms.texts().at(pseudonyms.numbers()[0]).toString();
  }

  @Test
  void isMadeOnceBesideTheWarehouseForItsOwnerOnly() throws IOException {
    Path warehouse = folder.resolve("data/warehouse");
    var made = PseudonymKey.of(warehouse, Map.of());
    Path file = folder.resolve("data/warehouse.key");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(pseudonym(PseudonymKey.of(warehouse, Map.of()), "ISS1", "user"))
        .isEqualTo(pseudonym(made, "ISS1", "user"));
  }

  @Test
  void givesOneUserOfTwoIssuersTwoNames() {
    var key = PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");
    assertThat(pseudonym(key, "ISS1", "user")).matches("[0-9a-f]{32}");
    assertThat(pseudonym(key, "ISS1", "user"))
        .isEqualTo(pseudonym(key, "ISS1", "user"))
        .isNotEqualTo(pseudonym(key, "ISS2", "user"))
        .isNotEqualTo(pseudonym(key, "ISS1", "User"));
  }

  @Test
  void isTakenFromTheEnvironment() {
    var given =
        PseudonymKey.of(
            folder.resolve("warehouse"),
            Map.of(PseudonymKey.VARIABLE, "00112233445566778899aabbccddeeff"));
    assertThat(pseudonym(given, "ISS1", "user"))
        .isEqualTo(
            pseudonym(
                PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff"),
                "ISS1",
                "user"));
    assertThat(folder.resolve("warehouse.key")).doesNotExist();
  }

  @Test
  void refusesAShortOrGarbledKey() {
    assertThatThrownBy(() -> PseudonymKey.ofHexadecimal("K", "0011"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageStartingWith(
            "Cannot read the pseudonym key: K: found 4 hexadecimal digits, expected an even number of"
                + " hexadecimal digits, 32 or more. Put the key back");
    assertThatThrownBy(() -> PseudonymKey.ofHexadecimal("K", "0".repeat(33)))
        .hasMessageContaining("found 33 hexadecimal digits");
    assertThatThrownBy(() -> PseudonymKey.ofHexadecimal("K", "a secret that nobody may see ..."))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("K: found 32 characters, not all of them hexadecimal digits")
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysWhichVariableOrFileHoldsNoKey() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    assertThatThrownBy(() -> PseudonymKey.of(warehouse, Map.of(PseudonymKey.VARIABLE, "0x12")))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("key: RENKEI_PSEUDONYM_KEY: found 4 characters");
    Path file = PseudonymKey.file(warehouse);
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> PseudonymKey.of(warehouse, Map.of()))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("warehouse.key: found bytes that are no text");
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> PseudonymKey.of(warehouse, Map.of()))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("expected a file that this account can read");
  }
}
