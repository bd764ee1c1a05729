package jp.renkei.jobs.gateway.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.renkei.warehouse.definition.YamlNode;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;

/**
 * The class of a user agent: by the words of {@code user-agents.yaml} first, then by the library.
 * Both are pure, so answers are remembered, the latest {@value #REMEMBERED} of them. For one
 * thread.
 */
public final class UserAgentClasses {
  private static final int REMEMBERED = 20_000;

  private record Word(String lowerCase, UserAgentClass meaning) {}

  private final List<Word> words = new ArrayList<>();
  private final Map<String, UserAgentClass> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UserAgentClass> eldest) {
          return size() > REMEMBERED;
        }
      };

  private UserAgentClasses() {}

  /** The library, made when a web log first needs it: that takes about 2 s and 130 MB. */
  private static final class Library {
    private static final UserAgentAnalyzer ANALYZER =
        UserAgentAnalyzer.newBuilder()
            .hideMatcherLoadStats()
            .withFields(UserAgent.DEVICE_CLASS, UserAgent.AGENT_CLASS)
            .withoutCache()
            .build();
  }

  public static UserAgentClasses parse(String file, String text) {
    var node = root(file, text);
    var classes = new UserAgentClasses();
    for (var entry : node.nodes("classes")) {
      entry.allowOnly("class", "words");
      var meaning = entry.code("class", UserAgentClass.class);
      for (String word : entry.texts("words")) {
        classes.words.add(new Word(word.toLowerCase(Locale.ROOT), meaning));
      }
    }
    return classes;
  }

  static YamlNode root(String file, String text) {
    return YamlNode.parse(file, text).allowOnly("version", "classes", "products");
  }

  /** The version of the library, since another one may decide otherwise. */
  public static String libraryVersion() {
    return "yauaa " + nl.basjes.parse.useragent.Version.PROJECT_VERSION;
  }

  /** The class of a user agent as logged; null or empty is UNKNOWN. */
  public UserAgentClass of(String userAgent) {
    if (userAgent == null || userAgent.isEmpty()) {
      return UserAgentClass.UNKNOWN;
    }
    UserAgentClass known = remembered.get(userAgent);
    if (known == null) {
      known = decide(userAgent);
      remembered.put(userAgent, known);
    }
    return known;
  }

  private UserAgentClass decide(String userAgent) {
    String lowerCase = userAgent.toLowerCase(Locale.ROOT);
    for (var word : words) {
      if (lowerCase.contains(word.lowerCase())) {
        return word.meaning();
      }
    }
    UserAgent.ImmutableUserAgent answer;
    // The analyzer keeps state while it works.
    synchronized (Library.ANALYZER) {
      answer = Library.ANALYZER.parse(userAgent);
    }
    String device = answer.getValue(UserAgent.DEVICE_CLASS);
    String agent = answer.getValue(UserAgent.AGENT_CLASS);
    if (isBot(device) || isBot(agent)) {
      return UserAgentClass.OTHER_BOT;
    }
    return switch (agent) {
      case "Browser", "Browser Webview", "Mobile App", "Desktop App", "Email Client" ->
          UserAgentClass.BROWSER;
      // What names itself but is no browser: on a telephone an old browser, elsewhere a tool.
      case "Special" ->
          device.equals("Mobile") || device.equals("Phone") || device.equals("Tablet")
              ? UserAgentClass.UNKNOWN
              : UserAgentClass.OTHER_BOT;
      default -> device.equals("Cloud") ? UserAgentClass.OTHER_BOT : UserAgentClass.UNKNOWN;
    };
  }

  private static boolean isBot(String libraryClass) {
    return libraryClass.startsWith("Robot") || libraryClass.equals("Hacker");
  }
}
