/**
 * 自社の数値: a respondent reads its own figures, drafts included, and says what is to stand beside
 * them. Never anybody else's.
 */
package jp.renkei.webapi.comments;
