/**
 * Asks the survey desk, a process of its own with little memory, what landing holds and what is
 * wrong with a file. A file that brings it down brings down nothing else.
 */
package jp.renkei.webapi.desk;
