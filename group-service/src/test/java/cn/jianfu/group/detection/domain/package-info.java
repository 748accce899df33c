/** Tests and figures of the detection. */
@NullMarked
package cn.jianfu.group.detection.domain;

import org.jspecify.annotations.NullMarked;
