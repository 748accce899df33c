@NullMarked
package cn.jianfu.group.pushes;

import org.jspecify.annotations.NullMarked;
