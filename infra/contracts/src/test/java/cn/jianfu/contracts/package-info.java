/** The published language is documented, and documented as it is. */
@NullMarked
package cn.jianfu.contracts;

import org.jspecify.annotations.NullMarked;
