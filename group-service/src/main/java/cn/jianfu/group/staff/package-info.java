/** Who works where, and who has left (干部名册): the directory that groups are compared with. */
@NullMarked
package cn.jianfu.group.staff;

import org.jspecify.annotations.NullMarked;
