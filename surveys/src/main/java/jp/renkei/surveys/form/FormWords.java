package jp.renkei.surveys.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import jp.renkei.surveys.Question;

/** The words that stand in the forms, which are Japanese only: {@code words.properties}. */
final class FormWords {
  private static final Properties WORDS = read("words.properties");

  private FormWords() {}

  /** One text, with {@code {0}} .. replaced by the arguments. */
  static String ja(String key, Object... arguments) {
    String text = WORDS.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("Cannot find '" + key + "' in words.properties.");
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", arguments[i].toString());
    }
    return text;
  }

  /** What a number counts; empty for other answers. */
  static String unit(Question question) {
    return question.unit().isEmpty() ? "" : ja("unit." + question.unit());
  }

  static String segment(String code) {
    return ja("segment." + code);
  }

  private static Properties read(String file) {
    try (InputStream stream = FormWords.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot find " + file + ".");
      }
      var words = new Properties();
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
