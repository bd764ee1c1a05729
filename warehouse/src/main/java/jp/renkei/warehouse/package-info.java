/** What Renkei stores and measures, as data and its typed form; knows neither Spark nor the web. */
package jp.renkei.warehouse;
