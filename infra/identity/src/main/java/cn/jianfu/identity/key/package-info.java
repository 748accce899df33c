/** The keys that tokens are signed with. */
@NullMarked
package cn.jianfu.identity.key;

import org.jspecify.annotations.NullMarked;
