/**
 * The default OIDC issuer: users, clients, keys and tokens of one district, with pages to log in.
 */
@NullMarked
package cn.jianfu.identity;

import org.jspecify.annotations.NullMarked;
