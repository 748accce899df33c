/** Member snapshots (成员): kept whole here, published as totals. */
@NullMarked
package cn.jianfu.group.members;

import org.jspecify.annotations.NullMarked;
