/** 秘匿: the rules by which figures are suppressed, and how many were. */
package jp.renkei.webapi.disclosure;
