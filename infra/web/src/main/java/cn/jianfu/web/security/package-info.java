/** Who calls, proved by a token of the issuer, and what follows from it. */
@NullMarked
package cn.jianfu.web.security;

import org.jspecify.annotations.NullMarked;
