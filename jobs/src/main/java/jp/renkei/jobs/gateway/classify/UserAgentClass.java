package jp.renkei.jobs.gateway.classify;

/** What kind of program a user agent is. */
public enum UserAgentClass {
  /** A browser or an app in a person's hand. */
  BROWSER,
  HTTP_LIBRARY,
  BROWSER_AUTOMATION,
  SEARCH_ENGINE,
  MONITORING,
  FEED_READER,
  OTHER_BOT,
  UNKNOWN
}
