package jp.renkei.jobs.gateway.classify;

import java.io.Serializable;

/** An issuer's raw client id, and the agent behind it in a period. */
public record ClientAlias(String issuerId, String clientIdRaw, String agentId, Validity validity)
    implements Serializable {}
