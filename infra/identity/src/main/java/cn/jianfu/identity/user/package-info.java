/** People who log in: their roles, unit and password, and how often they failed to log in. */
@NullMarked
package cn.jianfu.identity.user;

import org.jspecify.annotations.NullMarked;
