/** The scripts that an operator runs, each run as it is; what they call is real or stands in. */
@NullMarked
package cn.jianfu.acceptance.scripts;

import org.jspecify.annotations.NullMarked;
