package jp.renkei.webapi;

import java.nio.file.Path;
import java.util.List;
import jp.renkei.webapi.security.PasswordHash;
import jp.renkei.webapi.security.Role;
import jp.renkei.webapi.security.User;
import jp.renkei.webapi.security.UserFile;

/** A users file with somebody of each kind; everybody has the same password. */
final class SampleUsers {
  static final String PASSWORD = "correct horse battery";
  private static final PasswordHash HASH = PasswordHash.of(PASSWORD.toCharArray());

  private SampleUsers() {}

  static Path write(Path folder) {
    var file = new UserFile(folder.resolve("users.yaml"));
    file.write(
        List.of(
            user("shirakaba", Role.RESPONDENT, "ISS001"),
            user("keyaki", Role.RESPONDENT, "ISS002"),
            user("susuki", Role.RESPONDENT, "ISS013"),
            user("group", Role.RESPONDENT, "ISS003", "AGT001"),
            user("guessed", Role.ANALYST),
            user("clerk", Role.SECRETARIAT),
            user("keeper", Role.ADMIN),
            user("association", Role.ISSUER_ASSOCIATION)));
    return file.path();
  }

  static User user(String name, Role role, String... respondents) {
    return new User(name, role, List.of(respondents), HASH);
  }
}
