/** The security headers of every answer. */
package jp.renkei.webapi.security;
