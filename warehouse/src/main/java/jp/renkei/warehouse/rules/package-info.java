/** The rules by which rows are judged: {@code definitions/rules/*.yaml}, versioned. */
package jp.renkei.warehouse.rules;
