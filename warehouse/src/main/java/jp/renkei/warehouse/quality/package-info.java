/** Findings of data quality that somebody answers for: waivers, as decisions in landing. */
package jp.renkei.warehouse.quality;
