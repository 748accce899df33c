/** A tiny service to send good and bad requests to. */
@NullMarked
package cn.jianfu.web.sample;

import org.jspecify.annotations.NullMarked;
