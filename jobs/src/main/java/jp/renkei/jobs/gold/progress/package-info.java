/** How far KPIs are on the way to their targets, and when they would get there at this pace. */
package jp.renkei.jobs.gold.progress;
