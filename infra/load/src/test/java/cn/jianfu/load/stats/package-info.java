@NullMarked
package cn.jianfu.load.stats;

import org.jspecify.annotations.NullMarked;
