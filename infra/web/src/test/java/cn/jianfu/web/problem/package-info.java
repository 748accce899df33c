@NullMarked
package cn.jianfu.web.problem;

import org.jspecify.annotations.NullMarked;
