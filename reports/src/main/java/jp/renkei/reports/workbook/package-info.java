/**
 * Sheets as we lay them out: fonts, widths, print set-up, and files that are equal byte by byte.
 */
package jp.renkei.reports.workbook;
