/** What arrived: the files of the landing folder, each known by its SHA-256. */
package jp.renkei.jobs.landing;
