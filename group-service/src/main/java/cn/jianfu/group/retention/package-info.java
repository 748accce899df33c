/** Forgets people by time (保存期限): nobody has to ask for it. */
@NullMarked
package cn.jianfu.group.retention;

import org.jspecify.annotations.NullMarked;
