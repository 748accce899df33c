/** People are known here by a keyed hash only; what the directory calls them stays at the door. */
@NullMarked
package cn.jianfu.group.people;

import org.jspecify.annotations.NullMarked;
