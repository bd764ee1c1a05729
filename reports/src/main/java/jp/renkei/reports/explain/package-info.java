/** Leads a figure of a release back to the cells and lines that it was counted from. */
package jp.renkei.reports.explain;
