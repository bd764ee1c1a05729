/** The policy register: what was decided, by whom, on whose word, and what is still to come. */
package jp.renkei.warehouse.policy;
