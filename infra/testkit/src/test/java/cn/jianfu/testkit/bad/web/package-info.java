@NullMarked
package cn.jianfu.testkit.bad.web;

import org.jspecify.annotations.NullMarked;
