/**
 * A district modelled on 翔安区 at the time of the report, generated the same way every time and
 * pushed through the API.
 */
@NullMarked
package cn.jianfu.allinone.sample;

import org.jspecify.annotations.NullMarked;
