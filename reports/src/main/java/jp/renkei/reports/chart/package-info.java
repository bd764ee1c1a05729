/** One description of a chart, from which page, picture and workbook draw the same. */
package jp.renkei.reports.chart;
