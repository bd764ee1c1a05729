package jp.renkei.warehouse.rules;

import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * When brands of a foreign register count as the same under another id, and which fall is flagged.
 *
 * @param rekeyingKeptPercent a register was re-keyed where fewer than this share of the earlier ids
 *     are left
 * @param dropFlagPercent a fall in the number of brands by more than this share is flagged
 */
public record BrandIdentityRules(int version, int rekeyingKeptPercent, int dropFlagPercent) {

  public static BrandIdentityRules builtIn() {
    String file = "brand-identity.yaml";
    var node =
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .allowOnly("rules", "version", "rekeying_kept_percent", "drop_flag_percent");
    return new BrandIdentityRules(
        node.integer("version"),
        node.integer("rekeying_kept_percent", 0, 100),
        node.integer("drop_flag_percent", 0, 100));
  }

  /** Whether a register with so many earlier ids, so many of them left, was re-keyed. */
  public boolean isRekeying(int earlier, int kept) {
    return 100L * kept < (long) rekeyingKeptPercent * earlier;
  }

  /** Whether a fall from one number of brands to another is flagged. */
  public boolean isFlaggedDrop(int earlier, int now) {
    return 100L * (earlier - now) > (long) dropFlagPercent * earlier;
  }
}
