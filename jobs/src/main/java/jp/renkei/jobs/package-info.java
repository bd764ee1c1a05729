/** How numbers are made: Spark and Delta, the only writer of the warehouse. Begin at Pipeline. */
package jp.renkei.jobs;
