/** 定義: what every KPI means and how it is computed. */
package jp.renkei.webapi.definitions;
