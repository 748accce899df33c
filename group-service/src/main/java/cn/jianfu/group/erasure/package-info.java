/** People who ask not to be known any more are taken out of everything that is kept (PIPL 47). */
@NullMarked
package cn.jianfu.group.erasure;

import org.jspecify.annotations.NullMarked;
