/** What meetings see: workbooks and charts, made from one release. */
package jp.renkei.reports;
