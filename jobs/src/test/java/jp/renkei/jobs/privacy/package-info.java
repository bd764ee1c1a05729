/** Plants what tells of people, and looks for it in all that a run leaves behind. */
package jp.renkei.jobs.privacy;
