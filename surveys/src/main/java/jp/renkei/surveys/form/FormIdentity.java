package jp.renkei.surveys.form;

/**
 * What a form says of itself on its hidden sheet.
 *
 * @param layoutHash SHA-256 over everything that a respondent must not change: who is asked, where
 *     the answers stand, and the labels beside them
 */
public record FormIdentity(
    String questionnaireId, int version, String roundId, String respondentId, String layoutHash) {}
