/** Self-checks (自查): a generated list for every unit of a round, to confirm or to contest. */
@NullMarked
package cn.jianfu.group.selfcheck;

import org.jspecify.annotations.NullMarked;
