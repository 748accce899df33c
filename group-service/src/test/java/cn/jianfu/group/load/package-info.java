@NullMarked
package cn.jianfu.group.load;

import org.jspecify.annotations.NullMarked;
