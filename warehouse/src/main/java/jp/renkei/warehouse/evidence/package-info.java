/** What stands behind the tables that KPIs read: how a figure leads back to cells and lines. */
package jp.renkei.warehouse.evidence;
