@NullMarked
package cn.jianfu.report.trial;

import org.jspecify.annotations.NullMarked;
