/**
 * Brings a page from a release to the reader: chooses the release, keeps rendered pages, answers
 * with ETag and gzip.
 */
package jp.renkei.webapi.serving;
