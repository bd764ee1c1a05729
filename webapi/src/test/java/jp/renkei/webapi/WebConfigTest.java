package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;

class WebConfigTest {
  @Test
  void everybodyReadsThePublicFileUnlessToldOtherwise() {
    assertThat(WebConfig.defaults().audience()).isEqualTo(Audience.PUBLIC);
    assertThat(WebConfig.parse("web.yaml", "audience: secretariat\ncache_megabytes: 8"))
        .isEqualTo(new WebConfig(Audience.SECRETARIAT, 8));
  }

  @Test
  void refusesUnknownKeysWithASuggestion() {
    assertThatThrownBy(() -> WebConfig.parse("web.yaml", "audiance: public"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("web.yaml: unknown key 'audiance', did you mean 'audience'?");
  }

  @Test
  void refusesUnknownAudiences() {
    assertThatThrownBy(() -> WebConfig.parse("web.yaml", "audience: press"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("found 'press', expected public or secretariat");
  }
}
