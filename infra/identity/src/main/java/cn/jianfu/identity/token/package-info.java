/** What tokens say, and the authorizations behind them. */
@NullMarked
package cn.jianfu.identity.token;

import org.jspecify.annotations.NullMarked;
