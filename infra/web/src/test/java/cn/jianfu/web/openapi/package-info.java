@NullMarked
package cn.jianfu.web.openapi;

import org.jspecify.annotations.NullMarked;
