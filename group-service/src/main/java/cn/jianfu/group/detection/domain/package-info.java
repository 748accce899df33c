/**
 * Finds what a rule set calls a fault of work groups, as pure functions of facts, thresholds and a
 * day.
 */
@NullMarked
package cn.jianfu.group.detection.domain;

import org.jspecify.annotations.NullMarked;
