@NullMarked
package cn.jianfu.web.drain;

import org.jspecify.annotations.NullMarked;
