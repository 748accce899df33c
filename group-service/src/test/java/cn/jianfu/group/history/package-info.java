/** What a group's history tells. */
@NullMarked
package cn.jianfu.group.history;

import org.jspecify.annotations.NullMarked;
