/** What arrived, row by row as it came: files are taken in exactly once, by their SHA-256. */
package jp.renkei.jobs.bronze;
