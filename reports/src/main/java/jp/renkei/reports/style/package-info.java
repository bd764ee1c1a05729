/** How figures look and read, on page, picture and workbook alike: colours, labels, formats. */
package jp.renkei.reports.style;
