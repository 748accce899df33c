/** Who may do what with which topic, from one declaration, as the broker's rules. */
@NullMarked
package cn.jianfu.messaging.access;

import org.jspecify.annotations.NullMarked;
