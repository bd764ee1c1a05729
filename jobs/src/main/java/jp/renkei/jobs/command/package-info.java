/** The command line of the jobs: run, check, sample, release. */
package jp.renkei.jobs.command;
