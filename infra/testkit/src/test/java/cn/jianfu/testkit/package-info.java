@NullMarked
package cn.jianfu.testkit;

import org.jspecify.annotations.NullMarked;
