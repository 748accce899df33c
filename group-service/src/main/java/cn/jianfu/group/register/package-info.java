/** Takes registers (台账) as towns keep them: read, report row by row, and declare what is clear. */
@NullMarked
package cn.jianfu.group.register;

import org.jspecify.annotations.NullMarked;
