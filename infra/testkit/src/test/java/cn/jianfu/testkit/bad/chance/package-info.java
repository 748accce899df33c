@NullMarked
package cn.jianfu.testkit.bad.chance;

import org.jspecify.annotations.NullMarked;
