package jp.renkei.webapi.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One person, or one desk, that may sign in.
 *
 * @param respondents ids of the companies it answers for, as in the registers; for role respondent
 *     one at least, else none
 */
public record User(String name, Role role, List<String> respondents, PasswordHash password) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
  private static final Pattern RESPONDENT = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

  public User {
    respondents = List.copyOf(respondents);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "found name '" + name + "', expected up to 64 letters, digits and . _ @ -.");
    }
    if ((role == Role.RESPONDENT) == respondents.isEmpty()) {
      throw new IllegalArgumentException(
          role == Role.RESPONDENT
              ? "user " + name + " is a respondent without a company, expected --respondent ID."
              : "user " + name + " answers for a company, expected role respondent.");
    }
    for (String id : respondents) {
      if (!RESPONDENT.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "found respondent '" + id + "', expected an id of the registers, such as ISS001.");
      }
    }
  }

  static User parse(YamlNode node) {
    node.allowOnly("name", "role", "respondents", "password");
    return new User(
        node.text("name"),
        Role.of(node.text("role")),
        node.texts("respondents"),
        PasswordHash.parse(node.text("password")));
  }

  /** As {@link #parse} reads it. */
  Map<String, Object> entries() {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("name", name);
    entries.put("role", role.code());
    entries.put("respondents", respondents);
    entries.put("password", password.text());
    return entries;
  }

  /** Whether it answers for a company. */
  public boolean answersFor(String respondent) {
    return respondents.contains(respondent);
  }
}
