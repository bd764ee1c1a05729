/** The tables that the study group asks for, as a page. */
package jp.renkei.webapi.tables;
