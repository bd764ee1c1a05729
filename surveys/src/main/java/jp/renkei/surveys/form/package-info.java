/**
 * The questionnaire as a workbook: blank forms, what respondents filled in, and the copy that goes
 * back to them with its problems marked.
 */
package jp.renkei.surveys.form;
