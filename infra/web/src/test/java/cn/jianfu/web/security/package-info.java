@NullMarked
package cn.jianfu.web.security;

import org.jspecify.annotations.NullMarked;
