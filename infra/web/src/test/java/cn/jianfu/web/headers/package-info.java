@NullMarked
package cn.jianfu.web.headers;

import org.jspecify.annotations.NullMarked;
