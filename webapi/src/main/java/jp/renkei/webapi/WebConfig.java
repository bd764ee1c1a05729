package jp.renkei.webapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.Audience;

/**
 * The settings of a server that are not given on the command line.
 *
 * @param audience whose file of a release everybody reads
 * @param cacheMegabytes memory for rendered pages
 */
public record WebConfig(Audience audience, int cacheMegabytes) {
  public WebConfig {
    if (cacheMegabytes < 1 || cacheMegabytes > 4096) {
      throw new IllegalArgumentException(
          "Cannot use cache_megabytes: found " + cacheMegabytes + ", expected 1 to 4096.");
    }
  }

  /** Everybody reads what was published. */
  public static WebConfig defaults() {
    return new WebConfig(Audience.PUBLIC, 64);
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
    var node = YamlNode.parse(file, text).allowOnly("audience", "cache_megabytes");
    var defaults = defaults();
    try {
      return new WebConfig(
          node.optionalText("audience").map(Audience::of).orElse(defaults.audience()),
          node.integer("cache_megabytes", defaults.cacheMegabytes()));
    } catch (IllegalArgumentException e) {
      throw new DefinitionException(file + ": " + e.getMessage(), e);
    }
  }
}
