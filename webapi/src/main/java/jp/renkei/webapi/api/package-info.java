/** The JSON interface. */
package jp.renkei.webapi.api;
