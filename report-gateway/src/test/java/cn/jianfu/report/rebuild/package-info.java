@NullMarked
package cn.jianfu.report.rebuild;

import org.jspecify.annotations.NullMarked;
