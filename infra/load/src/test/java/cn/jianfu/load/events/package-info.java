@NullMarked
package cn.jianfu.load.events;

import org.jspecify.annotations.NullMarked;
