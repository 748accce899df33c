/** group-service: work groups of a district, and what is wrong with them. */
@NullMarked
package cn.jianfu.group;

import org.jspecify.annotations.NullMarked;
