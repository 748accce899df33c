/** Figures, their goals and the table that shows them; no input and no output. */
@NullMarked
package cn.jianfu.load.stats;

import org.jspecify.annotations.NullMarked;
