/** 公表版: the releases a reader may pin. */
package jp.renkei.webapi.releases;
