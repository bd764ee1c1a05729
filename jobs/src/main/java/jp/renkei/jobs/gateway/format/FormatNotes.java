package jp.renkei.jobs.gateway.format;

import java.util.List;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * What a reader must know of a product's log.
 *
 * @param title the product and the log
 * @param documentation pages of its maker
 * @param sandbox how accesses of a sandbox are known
 * @param trustedIds which ids the gateway vouches for
 * @param notKnown what the log does not tell, or its maker does not say
 */
public record FormatNotes(
    String title,
    List<String> documentation,
    String sandbox,
    String trustedIds,
    List<String> notKnown) {

  public FormatNotes {
    documentation = List.copyOf(documentation);
    notKnown = List.copyOf(notKnown);
  }

  /** The keys of a format file that say it. */
  static final List<String> KEYS =
      List.of("title", "documentation", "sandbox", "trusted_ids", "not_known");

  static FormatNotes parse(YamlNode node) {
    return new FormatNotes(
        node.optionalText("title").orElse(""),
        node.texts("documentation"),
        node.optionalText("sandbox").orElse(""),
        node.optionalText("trusted_ids").orElse(""),
        node.texts("not_known"));
  }
}
