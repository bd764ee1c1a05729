/** The second engine: DuckDB recomputes from the same Delta versions what Spark made. */
package jp.renkei.jobs.check;
