/**
 * The sample world: a fictitious landing folder (架空データ) that tells one coherent story, with the
 * faults real life brings planted and listed, so that the whole product can be shown and tested
 * without anybody's data.
 */
package jp.renkei.jobs.sample;
