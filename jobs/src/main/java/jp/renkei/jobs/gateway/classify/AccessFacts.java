package jp.renkei.jobs.gateway.classify;

import jp.renkei.jobs.gateway.format.Front;

/** What the rules may ask about one access; each is found out only when a rule asks. */
public interface AccessFacts {
  Front front();

  boolean isSandbox();

  /** The agent behind the client id on the access's day, or null. */
  String agentOfClient();

  /** The agent in whose network the client address lies on the access's day, or null. */
  String agentOfNetwork();

  UserAgentClass userAgentClass();

  String routeKind();

  /** Whether an address or a user agent was logged. */
  boolean hasTraces();
}
