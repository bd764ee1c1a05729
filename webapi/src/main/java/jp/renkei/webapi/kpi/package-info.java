/** KPI values and definitions in the words and digits of a page. */
package jp.renkei.webapi.kpi;
