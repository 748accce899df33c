/** Stories over the whole platform, as its users live them. */
@NullMarked
package cn.jianfu.acceptance;

import org.jspecify.annotations.NullMarked;
