/** 工程表: milestones with baseline, forecast, actual and every revision. */
package jp.renkei.webapi.roadmap;
