/** The issuer's database: where it is and whether it answers. */
@NullMarked
package cn.jianfu.identity.store;

import org.jspecify.annotations.NullMarked;
