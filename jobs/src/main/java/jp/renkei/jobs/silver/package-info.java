/**
 * Clean, coded, one truth: registers by date, the newest accepted answers, what was refused and
 * why.
 */
package jp.renkei.jobs.silver;
