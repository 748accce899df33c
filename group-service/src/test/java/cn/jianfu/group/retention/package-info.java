@NullMarked
package cn.jianfu.group.retention;

import org.jspecify.annotations.NullMarked;
