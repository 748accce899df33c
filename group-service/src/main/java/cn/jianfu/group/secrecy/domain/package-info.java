/** A unit's yearly statements on secrecy and its incidents. */
@NullMarked
package cn.jianfu.group.secrecy.domain;

import org.jspecify.annotations.NullMarked;
