/**
 * Gateway logs on their way in: GatewayIngest plans and commits, one GatewayTask reads one file. A
 * log line never becomes a Spark row.
 */
package jp.renkei.jobs.gateway;
