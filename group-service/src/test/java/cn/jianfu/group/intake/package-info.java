@NullMarked
package cn.jianfu.group.intake;

import org.jspecify.annotations.NullMarked;
