/** The audit log: every event that names an actor, in a chain of hashes for each partition. */
@NullMarked
package cn.jianfu.report.audit;

import org.jspecify.annotations.NullMarked;
