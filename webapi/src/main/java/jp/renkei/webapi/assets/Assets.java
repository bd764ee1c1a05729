package jp.renkei.webapi.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that pages load. Their addresses carry a part of their SHA-256, so that browsers may
 * keep them for good. ECharts and htmx come from their Maven artifacts.
 */
public final class Assets {
  private static final Map<String, String> RESOURCES =
      Map.of(
          "renkei.css", "/jp/renkei/webapi/assets/renkei.css",
          "renkei.js", "/jp/renkei/webapi/assets/renkei.js",
          "forms.js", "/jp/renkei/webapi/assets/forms.js",
          "mark.svg", "/jp/renkei/webapi/assets/mark.svg",
          "echarts.js", "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js",
          "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private final Map<String, Asset> byAddress;
  private final Map<String, String> addresses;

  /**
   * One file.
   *
   * @param body its bytes
   */
  public record Asset(String contentType, byte[] body) {}

  private Assets(Map<String, Asset> byAddress, Map<String, String> addresses) {
    this.byAddress = byAddress;
    this.addresses = addresses;
  }

  /** Reads every file from the class path, once. */
  public static Assets read() {
    var byAddress = new LinkedHashMap<String, Asset>();
    var addresses = new LinkedHashMap<String, String>();
    RESOURCES.forEach(
        (name, resource) -> {
          byte[] body = bytes(resource);
          String address = "/assets/" + digest(body) + "/" + name;
          byAddress.put(address, new Asset(contentType(name), body));
          addresses.put(name, address);
        });
    return new Assets(byAddress, addresses);
  }

  /** The address of a file by its short name, such as {@code renkei.css}. */
  public String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("Cannot link asset: there is none named '" + name + "'.");
    }
    return address;
  }

  public Optional<Asset> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private static byte[] bytes(String resource) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "Cannot read asset: " + resource + " is not on the class path.");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentType(String name) {
    if (name.endsWith(".css")) {
      return "text/css; charset=utf-8";
    }
    return name.endsWith(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8";
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
