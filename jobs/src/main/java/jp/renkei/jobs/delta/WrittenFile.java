package jp.renkei.jobs.delta;

import java.io.Serializable;
import java.util.Map;

/**
 * One Parquet file, written and closed, that no commit names yet.
 *
 * @param path absolute
 * @param rows may be 0
 * @param ranges by column name, for the columns that statistics were asked for
 */
public record WrittenFile(
    String path, long sizeBytes, long modifiedAtMillis, long rows, Map<String, ColumnRange> ranges)
    implements Serializable {}
