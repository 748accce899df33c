@NullMarked
package cn.jianfu.web.paging;

import org.jspecify.annotations.NullMarked;
