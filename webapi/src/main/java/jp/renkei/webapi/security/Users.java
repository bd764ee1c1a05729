package jp.renkei.webapi.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who may sign in at the moment: the file is read again when it has changed, so that who is
 * added may come in, and who is removed is out, at once.
 */
public final class Users {
  private static final Logger LOG = LoggerFactory.getLogger(Users.class);
  private static final PasswordHash NOBODY = PasswordHash.ofNobody();

  private final UserFile file;
  private State state = new State(FileTime.fromMillis(0), -1, List.of());

  private record State(FileTime changedAt, long size, List<User> users) {}

  public Users(UserFile file) {
    this.file = file;
  }

  /** Whether anybody can sign in at all. */
  public boolean isOpen() {
    return !current().isEmpty();
  }

  public Optional<User> find(String name) {
    return current().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  /** The user of that name and password; nobody is found in the same time as somebody. */
  Optional<User> find(String name, char[] password) {
    var user = find(name);
    boolean isOfPassword = user.map(User::password).orElse(NOBODY).isOf(password);
    return user.filter(found -> isOfPassword);
  }

  private synchronized List<User> current() {
    if (!file.exists()) {
      return List.of();
    }
    try {
      var changedAt = Files.getLastModifiedTime(file.path());
      long size = Files.size(file.path());
      if (!changedAt.equals(state.changedAt()) || size != state.size()) {
        state = new State(changedAt, size, readable());
      }
      return state.users();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that cannot be used lets nobody in; the log says why. */
  private List<User> readable() {
    try {
      return file.read();
    } catch (DefinitionException e) {
      LOG.error("Nobody can sign in: {}", e.getMessage());
      return List.of();
    }
  }
}
