/** データ品質: what was found wrong or missing in what was handed in, for the secretariat. */
package jp.renkei.webapi.quality;
