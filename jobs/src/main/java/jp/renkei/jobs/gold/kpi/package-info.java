/**
 * From a KPI's counts to its values: levels, slices, periods, bounds and the state of what is
 * empty.
 */
package jp.renkei.jobs.gold.kpi;
