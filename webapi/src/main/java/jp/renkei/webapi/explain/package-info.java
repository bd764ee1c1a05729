/** 説明: a figure led back to its cells and lines, on the command line and as a page. */
package jp.renkei.webapi.explain;
