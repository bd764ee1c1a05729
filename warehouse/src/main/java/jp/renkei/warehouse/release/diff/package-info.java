/** 数値の変更: which figures differ between two releases, by how much, and what can have moved them. */
package jp.renkei.warehouse.release.diff;
