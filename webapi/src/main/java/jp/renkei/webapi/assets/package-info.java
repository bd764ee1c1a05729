/**
 * Style sheet, scripts and the front-end libraries, under addresses that change with their content.
 */
package jp.renkei.webapi.assets;
