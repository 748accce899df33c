/** Measures the platform as its users run it, against baselines of the same run. */
@NullMarked
package cn.jianfu.load;

import org.jspecify.annotations.NullMarked;
