/** 一覧: the card companies, and one company's figures. */
package jp.renkei.webapi.issuers;
