@NullMarked
package cn.jianfu.web.intake;

import org.jspecify.annotations.NullMarked;
