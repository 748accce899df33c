/** Looks like the inside of a service, for the rules that forbid to reach into one. */
@NullMarked
package cn.jianfu.vote.inside;

import org.jspecify.annotations.NullMarked;
