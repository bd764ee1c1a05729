/**
 * What {@code jobs/bench} measures with: generated input, and the peers that a figure is set
 * beside.
 */
package jp.renkei.jobs.bench;
