/**
 * An issuer's summary of a month of its gateway logs: counts only, in one file that the issuer
 * signs. {@code docs/issuer-summary.md} describes it.
 */
package jp.renkei.jobs.summary;
