package jp.renkei.surveys;

/** One message in English (logs) and in Japanese (respondents, the secretariat). */
public record BilingualText(String en, String ja) implements java.io.Serializable {
  public static final BilingualText NONE = new BilingualText("", "");

  public boolean isEmpty() {
    return en.isEmpty() && ja.isEmpty();
  }
}
