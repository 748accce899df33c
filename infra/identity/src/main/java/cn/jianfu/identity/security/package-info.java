/** Who may call what. */
@NullMarked
package cn.jianfu.identity.security;

import org.jspecify.annotations.NullMarked;
