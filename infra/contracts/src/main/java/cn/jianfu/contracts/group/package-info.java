/**
 * What group-service says: work groups, their activity, findings about them, load and self-checks.
 * Only group-service constructs these.
 */
@NullMarked
package cn.jianfu.contracts.group;

import org.jspecify.annotations.NullMarked;
