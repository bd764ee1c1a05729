/** How an access counts: the ordered rules of access-classification.yaml and what they ask for. */
package jp.renkei.jobs.gateway.classify;
