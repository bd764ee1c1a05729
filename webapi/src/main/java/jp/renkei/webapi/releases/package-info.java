/**
 * 公表版: the releases a reader may pin, what changed between them, and what is decided about them.
 */
package jp.renkei.webapi.releases;
