/**
 * 提出: a respondent fetches its form, has a filled-in one checked and hands it in; the secretariat
 * does so on its behalf.
 */
package jp.renkei.webapi.upload;
