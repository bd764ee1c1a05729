/**
 * Who asks, and what that allows: users from a local file, sessions, the checks that every changing
 * request passes, and the security headers of every answer. Knows no page.
 */
package jp.renkei.webapi.security;
