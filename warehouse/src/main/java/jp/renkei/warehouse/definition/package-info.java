/**
 * Reads the definitions (YAML) that are data, not code, and says exactly what is wrong with one.
 */
package jp.renkei.warehouse.definition;
