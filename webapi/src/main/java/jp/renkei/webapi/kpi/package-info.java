/** KPI values and definitions as the pages show them. */
package jp.renkei.webapi.kpi;
