package jp.renkei.webapi.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    var japanese = read("messages.properties");
    var english = read("messages_en.properties");
    assertThat(english.stringPropertyNames()).isEqualTo(japanese.stringPropertyNames());
    assertThat(japanese.getProperty("nav.overview")).isEqualTo("概況");
  }

  @Test
  void japanesePagesStayJapaneseOnAnEnglishMachine() {
    assertThat(Texts.of(Language.JA).text("nav.issuers")).isEqualTo("カード会社一覧");
    assertThat(Texts.of(Language.EN).text("nav.issuers")).isEqualTo("Card issuers");
  }

  private static Properties read(String name) throws IOException {
    var properties = new Properties();
    try (var stream = Texts.class.getResourceAsStream(name)) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
