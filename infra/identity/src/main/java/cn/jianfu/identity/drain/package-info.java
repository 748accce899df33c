/** Lets whoever sends requests here go elsewhere before the server stops. */
@NullMarked
package cn.jianfu.identity.drain;

import org.jspecify.annotations.NullMarked;
