/** What a reader sees when something cannot be shown, and what to do next. */
package jp.renkei.webapi.problems;
