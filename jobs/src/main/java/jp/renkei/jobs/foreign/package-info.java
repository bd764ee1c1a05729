/**
 * Registers of other countries: what a snapshot says, whatever its form, and which brands of two
 * snapshots are the same. Knows neither Spark nor landing.
 */
package jp.renkei.jobs.foreign;
