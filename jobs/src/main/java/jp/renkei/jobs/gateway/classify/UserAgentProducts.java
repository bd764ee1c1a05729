package jp.renkei.jobs.gateway.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The product of a user agent and its major version, such as {@code Chrome/126}: the word that says
 * its class, else the first listed product, all of {@code user-agents.yaml}. What the library takes
 * for a name is not asked, since it may be any word that stood there.
 */
public final class UserAgentProducts {
  private static final int LONGEST_VERSION = 3;

  private record Product(String name, String lowerCase) {}

  private final List<Product> products = new ArrayList<>();

  private UserAgentProducts() {}

  public static UserAgentProducts parse(String file, String text) {
    var node = UserAgentClasses.root(file, text);
    var products = new UserAgentProducts();
    for (var entry : node.nodes("classes")) {
      entry.texts("words").forEach(word -> products.add(name(word), word));
    }
    for (YamlNode entry : node.nodes("products")) {
      entry.allowOnly("product", "words");
      entry.texts("words").forEach(word -> products.add(entry.text("product"), word));
    }
    return products;
  }

  private void add(String name, String word) {
    products.add(new Product(name, word.toLowerCase(Locale.ROOT)));
  }

  /** {@code curl} of {@code curl/}. */
  private static String name(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  /** The product of a user agent as logged; empty where it names none that is known. */
  public Optional<String> of(String userAgent) {
    String lowerCase = userAgent.toLowerCase(Locale.ROOT);
    for (var product : products) {
      int place = lowerCase.indexOf(product.lowerCase());
      if (place >= 0) {
        String version = version(lowerCase, place + product.lowerCase().length());
        return Optional.of(product.name() + (version.isEmpty() ? "" : "/" + version));
      }
    }
    return Optional.empty();
  }

  /** Up to three digits behind the word, a slash or a blank; more of them are no major version. */
  private static String version(String userAgent, int behind) {
    int start = behind;
    if (start < userAgent.length()
        && (userAgent.charAt(start) == '/' || userAgent.charAt(start) == ' ')) {
      start++;
    }
    int end = start;
    while (end < userAgent.length()
        && userAgent.charAt(end) >= '0'
        && userAgent.charAt(end) <= '9') {
      end++;
    }
    return end - start > LONGEST_VERSION ? "" : userAgent.substring(start, end);
  }
}
