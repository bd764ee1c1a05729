package jp.renkei.webapi.kpi;

import java.util.Optional;

/**
 * What a company says of a figure, as a page prints it: as text.
 *
 * @param side in words
 * @param about the figure or the company, where the place does not say it
 */
public record CommentView(String side, String about, String text, Optional<String> statedOn) {}
