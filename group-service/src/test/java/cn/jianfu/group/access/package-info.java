@NullMarked
package cn.jianfu.group.access;

import org.jspecify.annotations.NullMarked;
