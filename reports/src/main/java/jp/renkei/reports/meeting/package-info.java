/** The workbook handed out at a meeting (会議用資料), made from one audience's file of a release. */
package jp.renkei.reports.meeting;
