package jp.renkei.jobs.gateway.format;

import java.util.List;
import java.util.Set;
import jp.renkei.warehouse.definition.DefinitionException;

/** Raw texts with a meaning of their own, such as {@code -} for "not logged". */
public final class Marks {
  static final Marks NONE = new Marks("", List.of());

  private static final int LONGEST = 16;

  private final Set<String> texts;

  /** Most raw values are longer, which is soon seen. */
  private final int longest;

  /**
   * Some marks.
   *
   * @param key what they mean, for messages
   */
  Marks(String key, List<String> texts) {
    this.texts = Set.copyOf(texts);
    this.longest = texts.stream().mapToInt(String::length).max().orElse(-1);
    if (longest > LONGEST) {
      throw new DefinitionException(
          "%s: found %s, expected marks of at most %d characters.".formatted(key, texts, LONGEST));
    }
  }

  boolean hold(String raw) {
    return raw.length() <= longest && texts.contains(raw);
  }

  /** In the order of their signs. */
  public List<String> texts() {
    return texts.stream().sorted().toList();
  }
}
