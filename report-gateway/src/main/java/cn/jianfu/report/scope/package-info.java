/** What a caller may see: its own unit and everything below it. */
@NullMarked
package cn.jianfu.report.scope;

import org.jspecify.annotations.NullMarked;
