/** Who may do what, and in whose name it is done. */
@NullMarked
package cn.jianfu.group.access;

import org.jspecify.annotations.NullMarked;
