package jp.renkei.jobs.gateway;

import java.io.Serializable;

/**
 * What all files of a run are read with.
 *
 * @param warehouse its folder
 */
record SharedInputs(
    String warehouse,
    AccessRegisters registers,
    PseudonymKey key,
    String rulesText,
    String userAgentsText)
    implements Serializable {}
