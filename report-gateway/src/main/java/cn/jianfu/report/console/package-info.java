/** The web console: what supervisors and town offices see in a browser, in Chinese and English. */
@NullMarked
package cn.jianfu.report.console;

import org.jspecify.annotations.NullMarked;
