/** Runs one SQL statement on a release file and prints its rows as table, CSV or JSON. */
package jp.renkei.webapi.sql;
