/** What charts, workbooks and pages read of one audience's file of a release, typed. */
package jp.renkei.reports.figure;
