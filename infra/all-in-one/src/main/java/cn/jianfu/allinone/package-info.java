/** The whole platform in one JVM, for one machine on which nothing is installed. */
@NullMarked
package cn.jianfu.allinone;

import org.jspecify.annotations.NullMarked;
