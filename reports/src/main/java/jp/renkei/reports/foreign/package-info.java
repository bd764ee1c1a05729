/**
 * Registers of other countries as pages, charts and workbooks show them; never ranked with Japan.
 */
package jp.renkei.reports.foreign;
