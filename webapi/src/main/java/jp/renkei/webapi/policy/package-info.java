/** 経緯: the policy time line and the commitments to follow up. */
package jp.renkei.webapi.policy;
