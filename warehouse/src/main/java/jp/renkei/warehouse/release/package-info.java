/**
 * How a release is kept, opened and read: numbered folders, one read-only DuckDB file per audience.
 */
package jp.renkei.warehouse.release;
