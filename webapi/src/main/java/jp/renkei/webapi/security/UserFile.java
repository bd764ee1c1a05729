package jp.renkei.webapi.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.warehouse.definition.YamlNode;

/** The local file of those who may sign in; readable by its owner only. */
public final class UserFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  public UserFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  public Path path() {
    return file;
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Every user, in the order of the file; none without the file.
   *
   * @throws DefinitionException when the file cannot be used or others may read it
   */
  public List<User> read() {
    if (!exists()) {
      return List.of();
    }
    try {
      requireOwnerOnly();
      var root = YamlNode.parse(file.toString(), Files.readString(file)).allowOnly("users");
      var users = new ArrayList<User>();
      var names = new HashSet<String>();
      for (var node : root.nodes("users")) {
        var user = user(node);
        if (!names.add(user.name())) {
          throw new DefinitionException(
              node.place() + ": found user " + user.name() + " twice, expected once.");
        }
        users.add(user);
      }
      return List.copyOf(users);
    } catch (IOException e) {
      throw new DefinitionException("Cannot read users: no readable file " + file + ".", e);
    }
  }

  private static User user(YamlNode node) {
    try {
      return User.parse(node);
    } catch (IllegalArgumentException e) {
      throw new DefinitionException(node.place() + ": " + e.getMessage(), e);
    }
  }

  /** Replaces the file at once; nobody else can read it for a moment either. */
  public void write(List<User> users) {
    try {
      Path folder = file.getParent();
      Files.createDirectories(folder);
      // A new temporary folder is its owner's alone, whatever the umask.
      Path draft = Files.createTempDirectory(folder, ".users-");
      try {
        Path written = draft.resolve("users.yaml");
        YamlFile.write(written, Map.of("users", users.stream().map(User::entries).toList()));
        if (isPosix(written)) {
          Files.setPosixFilePermissions(written, OWNER_ONLY);
        }
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write users: " + file, e);
    }
  }

  private void requireOwnerOnly() throws IOException {
    if (!isPosix(file)) {
      return;
    }
    var others = new HashSet<>(Files.getPosixFilePermissions(file));
    others.removeAll(OWNER_ONLY);
    others.remove(PosixFilePermission.OWNER_EXECUTE);
    if (!others.isEmpty()) {
      throw new DefinitionException(
          "Cannot use users: %s may be read or written by others (%s). Run: chmod 600 %s"
              .formatted(
                  file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file));
    }
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }
}
