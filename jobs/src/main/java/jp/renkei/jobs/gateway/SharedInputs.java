package jp.renkei.jobs.gateway;

import java.io.Serializable;
import jp.renkei.warehouse.definition.Definitions;

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
    String userAgentsText,
    String storedWordsText)
    implements Serializable {

  /** With the rules of this program. */
  static SharedInputs of(String warehouse, AccessRegisters registers, PseudonymKey key) {
    var rules = Definitions.read("definitions/rules", ".yaml");
    return new SharedInputs(
        warehouse,
        registers,
        key,
        rules.get("access-classification.yaml"),
        rules.get("user-agents.yaml"),
        rules.get("stored-words.yaml"));
  }
}
