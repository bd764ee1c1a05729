/** The page where users sign in. */
package jp.renkei.webapi.signin;
