package jp.renkei.jobs.gateway;

import java.io.Serializable;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.landing.LandedFile;

/**
 * One log file that is to be read, with all that its rows depend on beside the registers.
 * Definitions travel as text, so that every machine reads what the driver read.
 *
 * @param context the hash of all that
 */
record GatewayFile(
    LandedFile file,
    String issuerId,
    String feedId,
    String feedText,
    String formatText,
    String product,
    String context)
    implements Serializable {
  static final String ACCESS = "silver.access";
  static final String REJECTED = "bronze.rejected_line";
  static final String FILES = "bronze.gateway_file";

  /** Marks an archive that was found damaged, so that it is not read again and again. */
  static final String DAMAGED = "bronze.rejected_line.damaged";

  /** The same, of which accesses that others hold are left out. */
  GatewayFile without(String digestOfAccesses) {
    return new GatewayFile(
        file, issuerId, feedId, feedText, formatText, product, context + digestOfAccesses);
  }

  /** The same, read as another product, whose rows are made otherwise than by reading it. */
  GatewayFile as(String otherProduct, String otherContext) {
    return new GatewayFile(
        file, issuerId, feedId, feedText, formatText, otherProduct, otherContext);
  }

  /** Whether rows made under a context were made of this, whatever was left out of them. */
  boolean isReadingOf(String rowsContext) {
    return rowsContext.startsWith(context);
  }

  /** As tables write it. */
  String front() {
    return Feed.parse("feed.yaml", feedText).front().code();
  }

  boolean holdsSeveral() {
    return GatewayFormat.parse(product + ".yaml", formatText).holdsSeveral();
  }

  SourceId source(String purpose) {
    return new SourceId(purpose, file.sha256(), context);
  }
}
