/** Keeps one client, and all of them together, from taking more than there is. */
@NullMarked
package cn.jianfu.web.ratelimit;

import org.jspecify.annotations.NullMarked;
