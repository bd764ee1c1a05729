package jp.renkei.webapi.frame;

import java.util.Locale;

/** A language that the pages speak. */
public enum Language {
  JA(Locale.JAPANESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language of a {@code ?lang=} parameter; Japanese unless it says {@code en}. */
  public static Language of(String code) {
    return "en".equals(code) ? EN : JA;
  }

  public Locale locale() {
    return locale;
  }

  /** The value of {@code ?lang=} and of the {@code lang} attribute. */
  public String code() {
    return locale.getLanguage();
  }

  public Language other() {
    return this == JA ? EN : JA;
  }
}
