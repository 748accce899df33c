@NullMarked
package cn.jianfu.group.pushes.domain;

import org.jspecify.annotations.NullMarked;
