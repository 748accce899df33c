@NullMarked
package cn.jianfu.group.staff;

import org.jspecify.annotations.NullMarked;
