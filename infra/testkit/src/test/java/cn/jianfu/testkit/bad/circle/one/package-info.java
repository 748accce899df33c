@NullMarked
package cn.jianfu.testkit.bad.circle.one;

import org.jspecify.annotations.NullMarked;
