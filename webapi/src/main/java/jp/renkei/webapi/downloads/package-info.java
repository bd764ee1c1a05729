/** Workbook and open data of the release. */
package jp.renkei.webapi.downloads;
