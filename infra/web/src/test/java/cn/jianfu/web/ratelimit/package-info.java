@NullMarked
package cn.jianfu.web.ratelimit;

import org.jspecify.annotations.NullMarked;
