/** Lists a page at a time: cursors that clients cannot forge, limits, sorting and chosen fields. */
@NullMarked
package cn.jianfu.web.paging;

import org.jspecify.annotations.NullMarked;
