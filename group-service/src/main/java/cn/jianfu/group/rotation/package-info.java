/** Another key for people: what is still under the one before. */
@NullMarked
package cn.jianfu.group.rotation;

import org.jspecify.annotations.NullMarked;
