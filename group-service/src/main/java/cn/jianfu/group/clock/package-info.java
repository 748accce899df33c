/** What time it is in the district. */
@NullMarked
package cn.jianfu.group.clock;

import org.jspecify.annotations.NullMarked;
