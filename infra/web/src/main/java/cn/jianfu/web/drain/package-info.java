/** Lets whoever sends requests here go elsewhere before the server stops. */
@NullMarked
package cn.jianfu.web.drain;

import org.jspecify.annotations.NullMarked;
