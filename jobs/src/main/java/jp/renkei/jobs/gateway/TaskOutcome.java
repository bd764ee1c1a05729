package jp.renkei.jobs.gateway;

import java.io.Serializable;
import java.util.List;
import jp.renkei.jobs.delta.WrittenFile;

/**
 * What one task made of one file; nothing of it counts before the driver commits it.
 *
 * @param lines blank ones left out
 * @param isDamaged then {@code rejected} says so in one row, and there is nothing else
 */
record TaskOutcome(
    GatewayFile file,
    long lines,
    long accepted,
    long rejected,
    long duplicates,
    boolean isDamaged,
    List<WrittenFile> accessFiles,
    List<WrittenFile> rejectedFiles,
    List<WrittenFile> summaryFiles)
    implements Serializable {}
