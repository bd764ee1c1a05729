package jp.renkei.jobs.gateway.classify;

import java.io.Serializable;

/** A network in CIDR form that an agent fetches from in a period. */
public record AgentNetwork(String agentId, String cidr, Validity validity)
    implements Serializable {}
