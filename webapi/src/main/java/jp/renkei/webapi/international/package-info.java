/** 国際比較: registers of other countries beside Japan's figures, never in one line with them. */
package jp.renkei.webapi.international;
