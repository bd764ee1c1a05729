/** The pages and the API: start, configuration and every URL. */
package jp.renkei.webapi;
