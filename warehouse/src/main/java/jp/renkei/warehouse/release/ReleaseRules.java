package jp.renkei.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * How releases of a warehouse are decided on: {@code <warehouse>.release-rules.yaml} beside the
 * warehouse, as its key is, so that a warehouse made again keeps its rules.
 *
 * @param twoPersons whether who publishes must be another person than who reviewed
 */
public record ReleaseRules(boolean twoPersons) {
  private static final String ENDING = ".release-rules.yaml";

  /** Where the rules may stand: beside the folder itself, and beside a link that leads to it. */
  private static List<Path> files(Path warehouse) {
    return Stream.of(warehouse.toAbsolutePath().normalize(), realFolder(warehouse))
        .map(folder -> folder.resolveSibling(folder.getFileName() + ENDING))
        .distinct()
        .toList();
  }

  private static Path realFolder(Path warehouse) {
    if (!Files.exists(warehouse)) {
      return warehouse.toAbsolutePath().normalize();
    }
    try {
      return warehouse.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot find release rules of warehouse " + warehouse, e);
    }
  }

  /**
   * The rules of a warehouse, by whatever link it is reached; one person may do everything where
   * nothing else is written down.
   *
   * @throws DefinitionException when the file has a wrong value or an unknown key: a rule that
   *     cannot be read must not be taken for one that is off
   */
  public static ReleaseRules of(Path warehouse) {
    // All are read, so that one that cannot be read is told, whatever another says.
    var read = files(warehouse).stream().filter(Files::exists).map(ReleaseRules::read).toList();
    return new ReleaseRules(read.stream().anyMatch(ReleaseRules::twoPersons));
  }

  private static ReleaseRules read(Path file) {
    try {
      var node =
          YamlNode.parse(file.toString(), Files.readString(file)).allowOnly("two_person_rule");
      return new ReleaseRules(node.flag("two_person_rule"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read release rules " + file, e);
    }
  }
}
