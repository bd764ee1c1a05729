/** The tables: {@code definitions/tables/<layer>/<table>.yaml} and their typed form. */
package jp.renkei.warehouse.table;
