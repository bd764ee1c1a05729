/** 概況: the KPIs of the whole industry by stage, and its charts. */
package jp.renkei.webapi.overview;
