package jp.renkei.jobs.gateway.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The words of {@code stored-words.yaml}, which may be stored wherever they stand.
 *
 * @param paths segments of undeclared paths
 * @param environments in lower case
 */
public record StoredWords(Set<String> paths, Set<String> environments) {
  /** What stands in the place of a text that is not stored. */
  public static final String MASK = "{…}";

  private static final Pattern WORD = Pattern.compile("[.]?[a-z][a-z0-9._-]{0,31}");

  public StoredWords {
    paths = Set.copyOf(paths);
    environments = Set.copyOf(environments);
  }

  public static StoredWords parse(String file, String text) {
    var node = YamlNode.parse(file, text).allowOnly("version", "paths", "environments");
    node.integer("version");
    return new StoredWords(words(node, "paths"), words(node, "environments"));
  }

  private static Set<String> words(YamlNode node, String key) {
    List<String> words = node.texts(key);
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        throw new DefinitionException(
            "%s: %s: found '%s', expected a word in lower case of at most 32 letters, digits and . _ -."
                .formatted(node.place(), key, word));
      }
    }
    return Set.copyOf(words);
  }
}
