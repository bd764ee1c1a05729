/** What our workbooks are written with, and what a stranger's workbook is read with. */
package jp.renkei.surveys.workbook;
