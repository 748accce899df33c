@NullMarked
package cn.jianfu.testkit.bad.domain;

import org.jspecify.annotations.NullMarked;
