/** Freezes figures: one read-only DuckDB file per audience, numbered, published by decision. */
package jp.renkei.jobs.release;
