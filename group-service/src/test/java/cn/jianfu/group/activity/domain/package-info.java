@NullMarked
package cn.jianfu.group.activity.domain;

import org.jspecify.annotations.NullMarked;
