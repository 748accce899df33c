/** Storing and publishing as one act, and hearing what others published. Knows no contract. */
@NullMarked
package cn.jianfu.messaging;

import org.jspecify.annotations.NullMarked;
