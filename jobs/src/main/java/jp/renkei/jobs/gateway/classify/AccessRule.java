package jp.renkei.jobs.gateway.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import jp.renkei.jobs.gateway.format.Front;
import jp.renkei.jobs.gateway.format.Route;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One rule of {@code access-classification.yaml}.
 *
 * @param conditions all must hold
 * @param accessMethod what the access then counts as
 * @param agentFrom where its agent comes from
 */
public record AccessRule(
    String id,
    List<Predicate<AccessFacts>> conditions,
    AccessMethod accessMethod,
    AgentFrom agentFrom) {

  /** Where the agent of an access comes from. */
  public enum AgentFrom {
    NOWHERE,
    CLIENT_ALIAS,
    AGENT_NETWORK
  }

  private enum Environment {
    SANDBOX,
    PRODUCTION
  }

  private enum Traces {
    NONE
  }

  static AccessRule parse(YamlNode node) {
    node.allowOnly("id", "when", "access_method", "agent");
    return new AccessRule(
        node.text("id"),
        conditions(
            node.node("when")
                .allowOnly(
                    "front",
                    "environment",
                    "client_alias",
                    "agent_network",
                    "user_agent",
                    "route",
                    "traces")),
        node.code("access_method", AccessMethod.class),
        node.has("agent") ? node.code("agent", AgentFrom.class) : AgentFrom.NOWHERE);
  }

  boolean holds(AccessFacts facts) {
    for (int index = 0; index < conditions.size(); index++) {
      if (!conditions.get(index).test(facts)) {
        return false;
      }
    }
    return true;
  }

  /** The agent of an access that this rule decided, or null. */
  public String agentOf(AccessFacts facts) {
    return switch (agentFrom) {
      case NOWHERE -> null;
      case CLIENT_ALIAS -> facts.agentOfClient();
      case AGENT_NETWORK -> facts.agentOfNetwork();
    };
  }

  /** The cheap conditions come first, whatever their order in the file. */
  private static List<Predicate<AccessFacts>> conditions(YamlNode when) {
    var conditions = new ArrayList<Predicate<AccessFacts>>();
    if (when.has("front")) {
      var front = when.code("front", Front.class);
      conditions.add(facts -> facts.front() == front);
    }
    if (when.has("environment")) {
      boolean isSandbox = when.code("environment", Environment.class) == Environment.SANDBOX;
      conditions.add(facts -> facts.isSandbox() == isSandbox);
    }
    if (when.has("traces")) {
      when.code("traces", Traces.class);
      conditions.add(facts -> !facts.hasTraces());
    }
    if (when.has("client_alias")) {
      boolean isKnown = isYes(when, "client_alias");
      conditions.add(facts -> (facts.agentOfClient() != null) == isKnown);
    }
    if (when.has("agent_network")) {
      boolean isKnown = isYes(when, "agent_network");
      conditions.add(facts -> (facts.agentOfNetwork() != null) == isKnown);
    }
    if (when.has("route")) {
      var kinds = new HashSet<>(when.texts("route"));
      conditions.add(
          facts ->
              kinds.contains(facts.routeKind())
                  || (kinds.contains("DECLARED") && !facts.routeKind().equals(Route.OTHER)));
    }
    if (when.has("user_agent")) {
      var classes = EnumSet.noneOf(UserAgentClass.class);
      when.texts("user_agent").forEach(name -> classes.add(userAgentClass(when, name)));
      conditions.add(facts -> classes.contains(facts.userAgentClass()));
    }
    return List.copyOf(conditions);
  }

  private static UserAgentClass userAgentClass(YamlNode when, String name) {
    for (var known : UserAgentClass.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    throw new DefinitionException(
        "%s: user_agent: found '%s', expected one of %s."
            .formatted(when.place(), name, List.of(UserAgentClass.values())));
  }

  private static boolean isYes(YamlNode when, String key) {
    String text = when.text(key);
    if (!text.equals("yes") && !text.equals("no")) {
      throw new DefinitionException(
          "%s: %s: found '%s', expected yes or no.".formatted(when.place(), key, text));
    }
    return text.equals("yes");
  }
}
