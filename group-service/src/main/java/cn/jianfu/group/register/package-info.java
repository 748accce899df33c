/** Imports of registers (台账): read without guessing, planned as a whole, applied row by row. */
@NullMarked
package cn.jianfu.group.register;

import org.jspecify.annotations.NullMarked;
