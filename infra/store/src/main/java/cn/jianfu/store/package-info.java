/**
 * A MongoDB-compatible store that runs inside one JVM, answers from memory and keeps every accepted
 * write over a kill -9.
 */
@NullMarked
package cn.jianfu.store;

import org.jspecify.annotations.NullMarked;
