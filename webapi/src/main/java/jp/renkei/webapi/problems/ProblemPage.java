package jp.renkei.webapi.problems;

/**
 * What the page of a problem says.
 *
 * @param status HTTP status
 * @param title what is the matter
 * @param explanation why, naming what was asked for
 * @param nextSteps what the reader can do now
 * @param command a command to type, empty where none helps
 */
public record ProblemPage(
    int status, String title, String explanation, String nextSteps, String command) {}
