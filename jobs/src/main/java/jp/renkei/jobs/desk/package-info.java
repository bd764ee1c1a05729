/**
 * The survey desk: who is asked in a round, what has come in, blank forms, and the check of a file
 * before it is handed in. Reads landing only; neither Spark nor a warehouse is needed.
 */
package jp.renkei.jobs.desk;
