/** The first users and clients, created at the start when they are absent. */
@NullMarked
package cn.jianfu.identity.seed;

import org.jspecify.annotations.NullMarked;
