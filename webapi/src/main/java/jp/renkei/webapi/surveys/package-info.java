/**
 * 調査・回収: for everybody the response rates of the release, for the secretariat who answered and who
 * has not, from landing as it is now.
 */
package jp.renkei.webapi.surveys;
