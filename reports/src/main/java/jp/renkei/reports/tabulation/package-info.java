/** 集計表: every question of a round counted, whole and crossed, as a workbook for the secretariat. */
package jp.renkei.reports.tabulation;
