/** What charts and workbooks read of a release, typed: the only queries of this module. */
package jp.renkei.reports.figure;
