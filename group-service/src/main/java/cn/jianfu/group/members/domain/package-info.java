/** Who is in a work group (成员), as of the latest snapshot. */
@NullMarked
package cn.jianfu.group.members.domain;

import org.jspecify.annotations.NullMarked;
