/** The companies that the release file names. */
package jp.renkei.reports.register;
