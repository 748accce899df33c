/** Who changed what through the administration API. */
@NullMarked
package cn.jianfu.identity.journal;

import org.jspecify.annotations.NullMarked;
