package jp.renkei.webapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFileTest {
  private static final PasswordHash HASH = PasswordHash.ofNobody();

  @TempDir private Path folder;

  @Test
  void givesBackWhatWasWrittenAndShowsItToItsOwnerOnly() throws Exception {
    var file = new UserFile(folder.resolve("new/users.yaml"));
    assertThat(file.read()).isEmpty();
    var users =
        List.of(
            new User("shirakaba", Role.RESPONDENT, List.of("ISS001", "ISS002"), HASH),
            new User("事務局01", Role.SECRETARIAT, List.of(), HASH));
    file.write(users);
    assertThat(file.read()).isEqualTo(users);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    try (var left = Files.list(folder.resolve("new"))) {
      assertThat(left).containsExactly(file.path());
    }
  }

  @Test
  void refusesAFileThatOthersMayRead() throws Exception {
    var file = new UserFile(folder.resolve("users.yaml"));
    file.write(List.of(new User("a", Role.SECRETARIAT, List.of(), HASH)));
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(file::read)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("rw-r-----")
        .hasMessageContaining("chmod 600");
    assertThat(new Users(file).isOpen()).isFalse();
  }

  @Test
  void everyMistakeNamesItsPlace() {
    String hash = "\"" + HASH.text() + "\"";
    assertProblem("users: [{name: a, rolle: admin, password: x}]", "users[0]: unknown key 'rolle'");
    assertProblem(
        "users: [{name: a, role: boss, password: " + hash + "}]", "users[0]: found role 'boss'");
    assertProblem(
        "users: [{name: a, role: respondent, password: " + hash + "}]", "without a company");
    assertProblem("users: [{name: a, role: admin, password: secret}]", "no Argon2id hash");
    assertProblem("users: [{name: 'a b', role: admin, password: " + hash + "}]", "name 'a b'");
    String twice = "{name: a, role: admin, password: " + hash + "}";
    assertProblem("users: [" + twice + ", " + twice + "]", "found user a twice");
  }

  private void assertProblem(String text, String message) {
    Path path = folder.resolve("bad.yaml");
    try {
      Files.writeString(path, text);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThatThrownBy(() -> new UserFile(path).read())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message);
  }
}
