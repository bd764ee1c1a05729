package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;

class WebConfigTest {
  @Test
  void everybodyReadsThePublicFileUnlessToldOtherwise() {
    assertThat(WebConfig.defaults().audience()).isEqualTo(Audience.PUBLIC);
    assertThat(WebConfig.parse("web.yaml", "audience: secretariat\ncache_megabytes: 8"))
        .isEqualTo(new WebConfig(Audience.SECRETARIAT, 8, Optional.empty(), Optional.empty()));
  }

  @Test
  void refusesUnknownKeysWithASuggestion() {
    assertThatThrownBy(() -> WebConfig.parse("web.yaml", "audiance: public"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("web.yaml: unknown key 'audiance', did you mean 'audience'?");
  }

  @Test
  void usersLieBesideTheConfigurationThatNamesThem() {
    var config =
        WebConfig.parse(
            "/etc/renkei/web.yaml", "users: users.yaml\npublic_address: https://r.example");
    assertThat(config.users()).contains(Path.of("/etc/renkei/users.yaml"));
    assertThat(config.publicAddress()).contains(URI.create("https://r.example"));
    for (String address :
        java.util.List.of("r.example", "ftp://r.example", "https://r.example/x")) {
      assertThatThrownBy(() -> WebConfig.parse("web.yaml", "public_address: " + address))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("web.yaml: Cannot use public_address: found " + address);
    }
  }

  @Test
  void refusesUnknownAudiences() {
    assertThatThrownBy(() -> WebConfig.parse("web.yaml", "audience: press"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "found 'press', expected one of public, issuer_association, agent_association, secretariat");
  }
}
