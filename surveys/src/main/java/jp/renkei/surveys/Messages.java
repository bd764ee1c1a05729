package jp.renkei.surveys;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A message bundle in two languages: {@code <name>_en.properties} and {@code <name>_ja.properties}
 * beside a class, UTF-8, with {@code {0}} .. {@code {9}} for what is filled in.
 */
public final class Messages {
  private final String name;
  private final Properties english;
  private final Properties japanese;

  private Messages(String name, Properties english, Properties japanese) {
    this.name = name;
    this.english = english;
    this.japanese = japanese;
  }

  /** Loads a bundle that lies in the package of {@code beside}. */
  public static Messages load(Class<?> beside, String name) {
    Properties english = read(beside, name + "_en.properties");
    Properties japanese = read(beside, name + "_ja.properties");
    if (!english.keySet().equals(japanese.keySet())) {
      throw new IllegalStateException(
          "Cannot use messages " + name + ": the two languages have different keys.");
    }
    return new Messages(name, english, japanese);
  }

  /** One message; bilingual arguments go in by language, anything else as its text. */
  public BilingualText text(String key, Object... arguments) {
    String en = english.getProperty(key);
    String ja = japanese.getProperty(key);
    if (en == null || ja == null) {
      throw new IllegalStateException("Cannot find message '" + key + "' in " + name + ".");
    }
    return new BilingualText(filled(en, arguments, true), filled(ja, arguments, false));
  }

  private static String filled(String pattern, Object[] arguments, boolean inEnglish) {
    var text = new StringBuilder(pattern.length() + 32);
    for (int i = 0; i < pattern.length(); i++) {
      boolean isSlot =
          pattern.charAt(i) == '{'
              && i + 2 < pattern.length()
              && pattern.charAt(i + 2) == '}'
              && Character.digit(pattern.charAt(i + 1), 10) >= 0;
      if (!isSlot) {
        text.append(pattern.charAt(i));
        continue;
      }
      Object argument = arguments[pattern.charAt(i + 1) - '0'];
      if (argument instanceof BilingualText both) {
        text.append(inEnglish ? both.en() : both.ja());
      } else {
        text.append(argument);
      }
      i += 2;
    }
    return text.toString();
  }

  private static Properties read(Class<?> beside, String file) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot find message bundle " + file + ".");
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
