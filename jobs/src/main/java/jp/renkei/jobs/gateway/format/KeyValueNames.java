package jp.renkei.jobs.gateway.format;

/**
 * How a product writes a map as a list: {@code [{"key": "a", "value": 1}]} is read as {@code {"a":
 * 1}}.
 */
public record KeyValueNames(String key, String value) {}
