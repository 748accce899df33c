@NullMarked
package cn.jianfu.testkit.bad.circle.two;

import org.jspecify.annotations.NullMarked;
