/**
 * Gateway formats as data, and the parsers that follow them: one line of a log in, one access or
 * one reason out. Products come as files of {@code gateway-formats}, never as classes.
 */
package jp.renkei.jobs.gateway.format;
