/**
 * How tables get their rows without Spark: Parquet files by table definition, and Delta commits in
 * which every source is taken exactly once.
 */
package jp.renkei.jobs.delta;
