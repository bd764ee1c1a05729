/** Every chart under a fixed address: page, data, picture. */
package jp.renkei.webapi.charts;
