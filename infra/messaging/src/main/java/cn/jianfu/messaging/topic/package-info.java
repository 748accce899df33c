/** Topics as a whole: provisioned, read from the beginning, followed, and their dead letters. */
@NullMarked
package cn.jianfu.messaging.topic;

import org.jspecify.annotations.NullMarked;
