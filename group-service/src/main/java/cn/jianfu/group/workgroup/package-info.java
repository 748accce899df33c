/** Work groups (工作群): the register, filing, renaming, cleanup decisions and what became of them. */
@NullMarked
package cn.jianfu.group.workgroup;

import org.jspecify.annotations.NullMarked;
