/** Runs the pipeline's steps: what each reads and writes, and what may be left as it is. */
package jp.renkei.jobs.run;
