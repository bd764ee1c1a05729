/** From clean rows to additive counts: the gold tables. */
package jp.renkei.jobs.gold;
