@NullMarked
package cn.jianfu.group.secrecy;

import org.jspecify.annotations.NullMarked;
