/** What has changed since the detection last looked. */
@NullMarked
package cn.jianfu.group.change;

import org.jspecify.annotations.NullMarked;
