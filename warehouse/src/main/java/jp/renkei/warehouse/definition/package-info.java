/**
 * Reads the definitions (YAML) that are data, not code, and says exactly what is wrong with one;
 * writes the YAML files that the product keeps.
 */
package jp.renkei.warehouse.definition;
