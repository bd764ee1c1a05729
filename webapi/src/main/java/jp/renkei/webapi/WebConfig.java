package jp.renkei.webapi;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.Audience;

/**
 * The settings of a server that are not given on the command line.
 *
 * @param audience whose file of a release is read by who is not signed in
 * @param cacheMegabytes memory for rendered pages
 * @param users the file of those who may sign in, if it is named here
 * @param publicAddress under which browsers reach the server, such as https://renkei.example; with
 *     https its cookies go over TLS only
 */
public record WebConfig(
    Audience audience, int cacheMegabytes, Optional<Path> users, Optional<URI> publicAddress) {
  public WebConfig {
    if (cacheMegabytes < 1 || cacheMegabytes > 4096) {
      throw new IllegalArgumentException(
          "Cannot use cache_megabytes: found " + cacheMegabytes + ", expected 1 to 4096.");
    }
    publicAddress.ifPresent(WebConfig::requireSite);
  }

  private static void requireSite(URI address) {
    boolean isSite =
        ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
            && address.getRawAuthority() != null
            && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"));
    if (!isSite) {
      throw new IllegalArgumentException(
          "Cannot use public_address: found "
              + address
              + ", expected a site without a path, such as https://renkei.example.");
    }
  }

  /** Everybody reads what was published. */
  public static WebConfig defaults() {
    return new WebConfig(Audience.PUBLIC, 64, Optional.empty(), Optional.empty());
  }

  /** The same for another audience. */
  public WebConfig forAudience(Audience other) {
    return new WebConfig(other, cacheMegabytes, users, publicAddress);
  }

  /**
   * Reads a configuration file.
   *
   * @throws DefinitionException when the file cannot be read, has a wrong value or an unknown key
   */
  public static WebConfig read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new DefinitionException(
          "Cannot read configuration: no readable file " + file + ". Check --config.", e);
    }
    return parse(file.toString(), text);
  }

  static WebConfig parse(String file, String text) {
    var node =
        YamlNode.parse(file, text)
            .allowOnly("audience", "cache_megabytes", "users", "public_address");
    var defaults = defaults();
    try {
      return new WebConfig(
          node.optionalText("audience").map(Audience::of).orElse(defaults.audience()),
          node.integer("cache_megabytes", defaults.cacheMegabytes()),
          node.optionalText("users").map(Path.of(file).toAbsolutePath()::resolveSibling),
          node.optionalText("public_address").map(WebConfig::address));
    } catch (IllegalArgumentException e) {
      throw new DefinitionException(file + ": " + e.getMessage(), e);
    }
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "Cannot use public_address: found '" + text + "', expected https://renkei.example.", e);
    }
  }
}
