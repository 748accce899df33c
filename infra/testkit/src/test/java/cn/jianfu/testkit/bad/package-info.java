@NullMarked
package cn.jianfu.testkit.bad;

import org.jspecify.annotations.NullMarked;
