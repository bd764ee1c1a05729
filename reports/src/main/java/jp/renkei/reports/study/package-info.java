/** The tables that the study group asks for, as pages and workbooks show them. */
package jp.renkei.reports.study;
