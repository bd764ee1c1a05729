/** What everything has in common that these pages write into landing. */
package jp.renkei.webapi.landing;
