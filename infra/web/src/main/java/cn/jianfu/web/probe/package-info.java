/** Asks a service in the same container whether it is ready. */
@NullMarked
package cn.jianfu.web.probe;

import org.jspecify.annotations.NullMarked;
