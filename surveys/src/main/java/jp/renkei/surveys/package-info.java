/**
 * The questionnaire: its definition, the answers as they arrive in a long CSV, and every check that
 * decides whether a respondent's unit is taken.
 */
package jp.renkei.surveys;
