/** Follows what a request leads to, also where another process does it later. */
@NullMarked
package cn.jianfu.web.trace;

import org.jspecify.annotations.NullMarked;
