package jp.renkei.jobs.gateway.privacy;

import java.util.Locale;
import jp.renkei.jobs.gateway.classify.UserAgentProducts;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.HttpMethods;
import jp.renkei.jobs.gateway.format.Remembered;

/**
 * What is stored of the fields that take few values, if all is well: method, environment and user
 * agent. Anything else in them is {@link StoredWords#MASK}. For one thread.
 */
public final class StoredTexts {
  private final Remembered<String> environments;
  private final Remembered<String> userAgents;

  public StoredTexts(Feed feed, StoredWords words, UserAgentProducts products) {
    environments =
        new Remembered<>(
            raw ->
                feed.isProduction(raw)
                        || words.environments().contains(raw.toLowerCase(Locale.ROOT))
                    ? raw
                    : StoredWords.MASK);
    // Of one product one object, which the column knows without looking at the text.
    userAgents = new Remembered<>(raw -> products.of(raw).orElse(StoredWords.MASK).intern());
  }

  /** A method of HTTP, or a mask; null where none was logged. */
  public String method(String raw) {
    return raw == null || HttpMethods.hold(raw) ? raw : StoredWords.MASK;
  }

  /** An environment that is production or listed, as logged; else a mask, which is a sandbox. */
  public String environment(String raw) {
    return environments.of(raw);
  }

  /** Product and major version, or a mask where no product is known. */
  public String userAgent(String raw) {
    return userAgents.of(raw);
  }
}
