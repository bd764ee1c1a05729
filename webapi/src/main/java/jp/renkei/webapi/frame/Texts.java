package jp.renkei.webapi.frame;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words of the pages in one language, from {@code messages.properties} and its English twin.
 */
public final class Texts {
  private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Texts(language));
    }
  }

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    // Without the fallback: on an English machine Japanese pages stay Japanese.
    this.bundle =
        ResourceBundle.getBundle(
            "jp.renkei.webapi.frame.messages",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Texts of(Language language) {
    return ALL.get(language);
  }

  /** The text of a key, its {@code {0}} places filled. */
  public String text(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0
        ? pattern
        : new MessageFormat(pattern, language.locale()).format(values);
  }

  /** The text of a key, or the code itself where the bundle has no word for it. */
  public String textOr(String key, String code) {
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
