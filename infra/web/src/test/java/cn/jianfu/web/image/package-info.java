@NullMarked
package cn.jianfu.web.image;

import org.jspecify.annotations.NullMarked;
