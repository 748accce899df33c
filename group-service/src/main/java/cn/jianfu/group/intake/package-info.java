/** The door for pushed events: the same commands as the resources, many at a time. */
@NullMarked
package cn.jianfu.group.intake;

import org.jspecify.annotations.NullMarked;
